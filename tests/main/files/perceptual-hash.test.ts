import { join } from 'node:path';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { perceptualHash } from '#main/files/perceptual-hash.ts';
import { alikeBits, differentBits, type PerceptualHash } from '#shared/model/perceptual-hash.ts';
import { seededRandom } from '#tools/bench/seeded-random.ts';
import { sharedFixture } from '#tests/helpers/shared-fixtures.ts';

/** A picture of soft blotches that is another for each seed, as photos are. */
async function photoLike(seed: number): Promise<Buffer> {
  const random = seededRandom(seed);
  const cells = Buffer.from(Array.from({ length: 12 * 9 * 3 }, () => Math.floor(random() * 256)));
  return sharp(cells, { raw: { width: 12, height: 9, channels: 3 } })
    .resize(1200, 900, { kernel: 'cubic' })
    .jpeg({ quality: 90 })
    .toBuffer();
}

async function hashOf(bytes: Uint8Array): Promise<PerceptualHash> {
  const hash = await perceptualHash(bytes);
  if (!hash) throw new Error('shows nothing');
  return hash;
}

test('a picture made smaller, lighter, or compressed anew looks alike; another does not', async () => {
  const photos = await Promise.all([1, 2, 3, 4, 5, 6].map(photoLike));
  const hashes = await Promise.all(photos.map(hashOf));
  for (const [index, photo] of photos.entries()) {
    const own = hashes[index] ?? [0, 0, 0, 0];
    const changed = [
      await sharp(photo).resize(320).jpeg({ quality: 40 }).toBuffer(),
      await sharp(photo).modulate({ brightness: 1.15 }).jpeg().toBuffer(),
      await sharp(photo).webp({ quality: 60 }).toBuffer(),
      // Cut by one in a hundred, as a screenshot would.
      await sharp(photo).extract({ left: 6, top: 5, width: 1188, height: 890 }).jpeg().toBuffer(),
    ];
    for (const bytes of changed) expect(differentBits(own, await hashOf(bytes))).toBeLessThanOrEqual(alikeBits);
    for (const [other, hash] of hashes.entries()) {
      if (other !== index) expect(differentBits(own, hash)).toBeGreaterThan(alikeBits);
    }
  }
});

test('a picture of one colour says nothing, for it would look like every other of its kind', async () => {
  const even = { create: { width: 300, height: 200, channels: 3, background: '#7090a0' } } as const;
  expect(await perceptualHash(await sharp(even).jpeg().toBuffer())).toBeNull();
});

const photos = sharedFixture('photos');
test.runIf(photos)('one scene in three orientations looks alike once it stands upright', async () => {
  const hashes = await Promise.all(
    [1, 6, 8].map(async (orientation) => {
      const path = join(photos ?? '', `landscape-orientation-${orientation}.jpg`);
      return hashOf(await sharp(path).autoOrient().resize(480).jpeg().toBuffer());
    }),
  );
  const [first = [0, 0, 0, 0] as const] = hashes;
  for (const hash of hashes) expect(differentBits([...first], hash)).toBeLessThanOrEqual(alikeBits);
});
