import { join } from 'node:path';
import sharp from 'sharp';
import { mediaFiles } from '#main/files/media-files.ts';
import { packageReader } from '#main/publishing/package-reader.ts';
import { packageWriter } from '#main/publishing/package-writer.ts';
import type { WrittenZip } from '#main/services/ports/package-writer.ts';
import type { Asset } from '#shared/model/asset.ts';
import { testId } from '#tests/fakes/counting-ids.ts';
import { packageBench, releaseWith } from './package-inputs.ts';
import { signedOff } from './review-record.ts';

export interface LargePackage extends WrittenZip {
  readonly draftId: string;
}

/** Noise, which no compression makes small: about 1.2 MB as a JPEG of the usual size. */
async function noise(width: number, height: number): Promise<Buffer> {
  const background = '#808080';
  const noise = { type: 'gaussian', mean: 128, sigma: 40 } as const;
  return sharp({ create: { width, height, channels: 3, background, noise } })
    .jpeg({ quality: 82 })
    .toBuffer();
}

/** Makes packages of about so many megabytes, each of another draft: `make(1)`, `make(2)`, … */
export async function largePackages(
  folder: string,
  megabytes: number,
): Promise<(number: number) => Promise<LargePackage>> {
  const bench = await packageBench(folder);
  const media = mediaFiles(join(folder, 'media'));
  const assets: Asset[] = [];
  for (let bytes = 0; bytes < megabytes * 1024 * 1024;) {
    const picture = await noise(1600, 1200);
    const small = await noise(120, 90);
    const display = { sha256: await media.put(picture), width: 1600, height: 1200, bytes: picture.byteLength };
    const thumbnail = { sha256: await media.put(small), width: 120, height: 90, bytes: small.byteLength };
    bytes += picture.byteLength;
    assets.push({
      sha256: display.sha256,
      name: 'noise.jpg',
      type: 'image/jpeg',
      bytes: picture.byteLength,
      width: 1600,
      height: 1200,
      takenAt: null,
      hadLocation: false,
      hasOriginal: true,
      display,
      thumbnail,
    });
  }
  const content = releaseWith(assets);
  const maker = packageWriter(media, packageReader);
  return async (number) => {
    const draftId = testId(number, 0xd);
    const changes = { draftId, number, content, assets, records: signedOff(draftId, content) };
    const zip = await maker.writePackage({ ...bench.inputs, ...changes }, { folder: join(folder, 'packages') });
    return { ...zip, draftId };
  };
}
