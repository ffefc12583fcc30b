/** What counts as equal in a search. */
export interface Likeness {
  /** A and a differ. */
  readonly matchCase: boolean;
  /** Ａ and A, １ and 1, the ideographic space and the space differ. */
  readonly matchWidth: boolean;
}

/**
 * The text as a search compares it; every UTF-16 unit stays in its place, so offsets hold in the text itself.
 *
 * Width is folded for letters, digits and the space alone. Punctuation keeps its width: somebody who looks for `,` to make
 * it `、` must not lose each `，` of the draft to it.
 */
export function fold(text: string, { matchCase, matchWidth }: Likeness): string {
  const narrow = matchWidth ? text : text.replace(/[０-９Ａ-Ｚａ-ｚ\u3000]/g, halfWidth);
  return matchCase ? narrow : narrow.replace(/\p{Lu}/gu, lower);
}

/** Full-width forms stand this far above ASCII (Unicode, Halfwidth and Fullwidth Forms). */
const widthDistance = 0xfee0;

function halfWidth(character: string): string {
  return character === '\u3000' ? ' ' : String.fromCharCode(character.charCodeAt(0) - widthDistance);
}

/** A few capitals have longer small letters (İ): they stay as they are. */
function lower(character: string): string {
  const small = character.toLowerCase();
  return small.length === character.length ? small : character;
}
