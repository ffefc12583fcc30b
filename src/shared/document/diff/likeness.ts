/** The pairs of neighbouring UTF-16 units of a text, sorted: texts with many pairs in common read alike. */
export type TextPrint = Uint32Array;

export function textPrint(text: string): TextPrint {
  // A single character is its own pair.
  const pairs = new Uint32Array(Math.max(1, text.length - 1));
  for (let index = 0; index < pairs.length; index += 1) {
    pairs[index] = text.charCodeAt(index) * 0x10000 + (text.length > 1 ? text.charCodeAt(index + 1) : 0);
  }
  return pairs.sort();
}

/**
 * How alike two texts are, from 0 to 1 (Sørensen–Dice over pairs of characters).
 * @param least what is below it need not be exact: lengths that differ too much are answered with 0 at once
 */
export function likeness(a: TextPrint, b: TextPrint, least = 0): number {
  const total = a.length + b.length;
  if ((2 * Math.min(a.length, b.length)) / total < least) return 0;
  let common = 0;
  let left = 0;
  let right = 0;
  while (left < a.length && right < b.length) {
    const difference = (a[left] ?? 0) - (b[right] ?? 0);
    if (difference === 0) common += 1;
    if (difference <= 0) left += 1;
    if (difference >= 0) right += 1;
  }
  return (2 * common) / total;
}
