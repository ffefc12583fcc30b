import sharp from 'sharp';

const grid = { width: 32, height: 32 };

/**
 * Whether two pictures show the same, whatever their size and quality: the mean difference of their grey values on a
 * coarse grid. A picture that lies on its side or is mirrored differs by far more than the limit.
 */
export async function showTheSame(a: Uint8Array, b: Uint8Array): Promise<boolean> {
  const [first, second] = await Promise.all([a, b].map(coarse));
  if (first === undefined || second === undefined) return false;
  const sum = first.reduce((total, value, index) => total + Math.abs(value - (second[index] ?? 0)), 0);
  return sum / first.length < 8;
}

async function coarse(bytes: Uint8Array): Promise<Buffer> {
  return sharp(bytes)
    .autoOrient()
    .greyscale()
    .resize({ ...grid, fit: 'fill' })
    .raw()
    .toBuffer();
}
