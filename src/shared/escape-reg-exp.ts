/** A pattern that matches these words as they stand. */
export function escapeRegExp(words: string): string {
  return words.replace(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`);
}
