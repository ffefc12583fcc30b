/** At most so many characters of a text, with … for the rest: enough to know again what it is about. */
export function shorten(text: string, longest: number): string {
  // A character has one or two units: so many hold one more than is kept, if there are so many.
  const characters = Array.from(text.slice(0, longest * 2 + 2));
  return characters.length <= longest ? text : `${characters.slice(0, longest).join('')}…`;
}
