/**
 * QR codes (ISO/IEC 18004) of SHA-256 hashes: 64 characters always, so version 5 with 37 × 37 modules, bytes, and level M, which
 * a fold or a stamp does not hurt. Of such random characters each mask is as good as another: 000, where row and column add up
 * to an even number.
 */
const size = 37;
const dataCodewords = 86;
const blocks = 2;
const checkCodewords = 24;
/** Centre of the one alignment pattern that no finder takes the place of. */
const alignment = 30;
/** Level M with mask 000, with its own check bits (8.9). */
const formatBits = 0x5412;

/** Dark modules by row and column. */
export function qrCode(text: string): readonly (readonly boolean[])[] {
  const { dark, isFixed } = patterns();
  const bits = interleaved(codewordsOf(text)).flatMap(bitsOf);
  let next = 0;
  // In columns of two from the right, upwards and downwards by turns; the timing pattern's column is none.
  for (let right = size - 1, up = true; right > 0; right -= 2, up = !up) {
    if (right === 6) right = 5;
    for (let step = 0; step < size; step += 1) {
      const row = up ? size - 1 - step : step;
      for (const column of [right, right - 1]) {
        if (isFixed(row, column)) continue;
        const bit = bits[next] ?? 0;
        next += 1;
        dark(row, column, (bit === 1) !== ((row + column) % 2 === 0));
      }
    }
  }
  return dark.modules;
}

/** Mode and length, the characters, and what fills up. */
function codewordsOf(text: string): readonly number[] {
  const bytes = [...new TextEncoder().encode(text)];
  if (bytes.length > dataCodewords - 2) throw new Error('too long for this version');
  const bits = [0, 1, 0, 0, ...bitsOf(bytes.length), ...bytes.flatMap(bitsOf), 0, 0, 0, 0];
  const codewords = Array.from({ length: bits.length / 8 }, (_none, index) =>
    bits.slice(index * 8, index * 8 + 8).reduce((byte, bit) => byte * 2 + bit, 0),
  );
  while (codewords.length < dataCodewords) codewords.push((codewords.length - bits.length / 8) % 2 === 0 ? 0xec : 0x11);
  return codewords;
}

function bitsOf(byte: number): number[] {
  return Array.from({ length: 8 }, (_none, index) => (byte >> (7 - index)) & 1);
}

/** Blocks with their check codewords, one codeword of each by turns. */
function interleaved(codewords: readonly number[]): readonly number[] {
  const length = dataCodewords / blocks;
  const data = Array.from({ length: blocks }, (_none, block) => codewords.slice(block * length, (block + 1) * length));
  return [...byTurns(data, length), ...byTurns(data.map(checksOf), checkCodewords)];
}

function byTurns(of: readonly (readonly number[])[], count: number): readonly number[] {
  return Array.from({ length: count }, (_none, index) => of.map((block) => block[index] ?? 0)).flat();
}

/** Reed–Solomon: the remainder of the block divided by the generator polynomial. */
function checksOf(block: readonly number[]): readonly number[] {
  let generator = [1];
  for (let power = 0, root = 1; power < checkCodewords; power += 1, root = times(root, 2)) {
    const shifted = [...generator, 0];
    generator = shifted.map((factor, index) => factor ^ times(generator[index - 1] ?? 0, root));
  }
  const rest = [...block, ...Array.from({ length: checkCodewords }, () => 0)];
  for (let at = 0; at < block.length; at += 1) {
    const lead = rest[at] ?? 0;
    generator.forEach((factor, index) => (rest[at + index] = (rest[at + index] ?? 0) ^ times(factor, lead)));
  }
  return rest.slice(block.length);
}

/** In GF(256) of x⁸ + x⁴ + x³ + x² + 1. */
function times(one: number, other: number): number {
  let product = 0;
  for (let bit = 7; bit >= 0; bit -= 1) {
    product = (product << 1) ^ ((product >> 7) * 0x11d);
    if ((other >> bit) & 1) product ^= one;
  }
  return product;
}

/** Everything that is the same in each code: finders, timing, alignment, format. */
function patterns() {
  const modules = Array.from({ length: size }, () => Array.from({ length: size }, () => false));
  const fixed = new Set<number>();
  const dark = Object.assign(
    (row: number, column: number, isDark: boolean): void => {
      const line = modules[row];
      if (line) line[column] = isDark;
    },
    { modules },
  );
  const fix = (row: number, column: number, isDark: boolean): void => {
    if (row < 0 || column < 0 || row >= size || column >= size) return;
    dark(row, column, isDark);
    fixed.add(row * size + column);
  };
  const rings = (row: number, column: number, reach: number, isLight: (distance: number) => boolean): void => {
    for (let down = -reach; down <= reach; down += 1) {
      for (let right = -reach; right <= reach; right += 1) {
        fix(row + down, column + right, !isLight(Math.max(Math.abs(down), Math.abs(right))));
      }
    }
  };
  for (let at = 0; at < size; at += 1) {
    fix(6, at, at % 2 === 0);
    fix(at, 6, at % 2 === 0);
  }
  const finders = [[3, 3] as const, [3, size - 4] as const, [size - 4, 3] as const];
  for (const [row, column] of finders) rings(row, column, 4, (distance) => distance === 2 || distance === 4);
  rings(alignment, alignment, 2, (distance) => distance === 1);
  for (let bit = 0; bit < 15; bit += 1) {
    const isDark = ((formatBits >> bit) & 1) === 1;
    fix(bit < 6 ? bit : bit < 8 ? bit + 1 : 8, bit < 8 ? 8 : bit === 8 ? 7 : 14 - bit, isDark);
    fix(bit < 8 ? 8 : size - 15 + bit, bit < 8 ? size - 1 - bit : 8, isDark);
  }
  fix(size - 8, 8, true);
  return { dark, isFixed: (row: number, column: number) => fixed.has(row * size + column) };
}
