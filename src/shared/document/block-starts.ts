/** What a line becomes that begins with the signs of Markdown. */
export type BlockStart =
  | { readonly kind: 'heading'; readonly level: 2 | 3 | 4 }
  | { readonly kind: 'bullet' | 'quote' | 'rule' }
  | { readonly kind: 'number'; readonly start: number };

/**
 * What the words typed so far at the start of a paragraph ask for: `## `, `- `, `* `, `1. `, `> `, `---` and a space, also
 * in the full-width signs and spaces that an input method gives (`１．`). Null while they ask for nothing.
 */
export function blockStart(typed: string): BlockStart | null {
  // `．` is no decimal point, so it asks without a space.
  const text = typed.replace(/．$/, '. ').normalize('NFKC');
  if (!text.endsWith(' ')) return null;
  const signs = text.slice(0, -1);
  if (/^#{2,4}$/.test(signs)) return { kind: 'heading', level: signs.length === 2 ? 2 : signs.length === 3 ? 3 : 4 };
  if (signs === '-' || signs === '*') return { kind: 'bullet' };
  if (signs === '>') return { kind: 'quote' };
  if (signs === '---') return { kind: 'rule' };
  const number = /^(\d{1,3})\.$/.exec(signs)?.[1];
  return number === undefined ? null : { kind: 'number', start: Number(number) };
}
