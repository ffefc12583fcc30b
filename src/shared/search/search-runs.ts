/** A stretch of one kind of writing. Han characters are searched from any of them on, letters and digits from their start. */
export interface Run {
  readonly kind: 'han' | 'digits' | 'letters';
  readonly text: string;
}

const runs = /(?<han>\p{Script=Han}+)|(?<digits>\p{N}+)|(?:(?!\p{Script=Han})\p{L}|\p{M})+/gu;

/** The words of a folded text as the search sees them; all that stands between them is a gap. */
export function runsOfWords(folded: string): readonly Run[] {
  return Array.from(folded.matchAll(runs), ({ 0: text, groups }) => ({
    kind: groups?.['han'] !== undefined ? 'han' : groups?.['digits'] !== undefined ? 'digits' : 'letters',
    text,
  }));
}
