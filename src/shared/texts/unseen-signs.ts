const unseen = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu;

/**
 * Words of another program without the signs in them that nobody sees: soft hyphens, blanks of no width, marks of direction.
 * Joiners stay: emoji are made with them.
 */
export function withoutUnseen(text: string): string {
  return text.replace(unseen, '');
}
