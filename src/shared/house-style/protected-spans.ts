/** Parts of a text that no rule about characters may touch: web and mail addresses, times, ratios, numbers, phones. */
const protectedParts =
  /https?:\/\/[\w\-./?%&=#:~+;,@!$'()*]*[\w/]|\[email.{1,3}protected\]|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|\d+(?:[:：]\d+)+|\d{1,3}(?:,\d{3})+(?:\.\d+)?|(?:\(\d{3,4}\)|\d{3,4}-)\d{7,8}/giu;

/** Whether each UTF-16 unit of the text is protected. */
export function protectedUnits(text: string): readonly boolean[] {
  const units = Array.from({ length: text.length }, () => false);
  for (const match of text.matchAll(protectedParts)) units.fill(true, match.index, match.index + match[0].length);
  return units;
}
