import sharp from 'sharp';
import type { PerceptualHash } from '#shared/model/perceptual-hash.ts';

/** Side of the grey picture that is looked at, and of its lowest frequencies that are kept. */
const side = 32;
const kept = 8;
/** Below this the frequencies are noise: a picture of one even colour looks like every other. */
const leastContrast = 12;

/** Row `frequency` of the cosine transform (DCT-II) of `side` values. */
const cosines = Array.from({ length: kept }, (_row, frequency) =>
  Float64Array.from({ length: side }, (_value, at) => Math.cos((Math.PI / side) * (at + 0.5) * frequency)),
);

/**
 * The perceptual hash (pHash) of an encoded picture: of its 8 × 8 lowest frequencies, each bit says whether one lies above
 * their middle. Null when the picture is too even to tell anything.
 */
export async function perceptualHash(picture: Uint8Array): Promise<PerceptualHash | null> {
  const grey = await sharp(picture).greyscale().resize(side, side, { fit: 'fill' }).raw().toBuffer();
  const frequencies = lowFrequencies(grey);
  // The first is the mean brightness, which says nothing of what the picture shows.
  const others = frequencies.slice(1);
  if (Math.max(...others.map(Math.abs)) < leastContrast * side) return null;
  const sorted = others.toSorted((one, other) => one - other);
  const middle = sorted[Math.floor(sorted.length / 2)] ?? 0;
  const bands: [number, number, number, number] = [0, 0, 0, 0];
  frequencies.forEach((value, index) => {
    const band = index >> 4;
    if (index > 0 && value > middle) bands[band] = (bands[band] ?? 0) | (1 << (index & 15));
  });
  return bands;
}

function lowFrequencies(grey: Uint8Array): number[] {
  const rows = Array.from({ length: side }, (_row, y) =>
    cosines.map((cosine) => cosine.reduce((sum, factor, x) => sum + factor * (grey[y * side + x] ?? 0), 0)),
  );
  return cosines.flatMap((cosine) =>
    Array.from({ length: kept }, (_unused, column) =>
      cosine.reduce((sum, factor, y) => sum + factor * (rows[y]?.[column] ?? 0), 0),
    ),
  );
}
