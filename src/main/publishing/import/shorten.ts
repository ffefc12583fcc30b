/** At most so many characters of a text, with … for the rest: enough to know again what it is about. */
export function shorten(text: string, longest: number): string {
  // Whatever a character is made of, it has at least one unit.
  const characters = Array.from(text.slice(0, longest * 2 + 2));
  return characters.length <= longest ? text.slice(0, longest * 2 + 2) : `${characters.slice(0, longest).join('')}…`;
}
