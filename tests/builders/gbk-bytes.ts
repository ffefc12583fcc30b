/** The pairs of bytes of GBK by their characters; the platform only decodes it. */
const pairs = new Map<string, readonly [number, number]>();
const decoder = new TextDecoder('gb18030');
for (let lead = 0x81; lead <= 0xfe; lead += 1) {
  for (let trail = 0x40; trail <= 0xfe; trail += 1) {
    const character = decoder.decode(Uint8Array.of(lead, trail));
    if (character.length === 1 && !pairs.has(character)) pairs.set(character, [lead, trail]);
  }
}

/** A text as older Chinese programs write it (GBK); throws for characters that it has not. */
export function gbkBytes(text: string): Buffer {
  return Buffer.from(
    Array.from(text).flatMap((character): readonly number[] => {
      const code = character.charCodeAt(0);
      if (code < 0x80) return [code];
      const pair = pairs.get(character);
      if (!pair) throw new Error(`not in GBK: ${character}`);
      return pair;
    }),
  );
}
