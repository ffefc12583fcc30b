import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';

/** 24 megapixels, as cameras of press officers take them. */
const size = { width: 6000, height: 4000 };

/**
 * So many photos of 24 MP, no two with the same bytes: the given ones enlarged, and the same again with another comment in
 * the file. Kept in the system's temporary folder, for making them takes longer than what is measured with them.
 */
export async function largePhotos(photos: readonly string[], count: number): Promise<readonly string[]> {
  const name = createHash('sha256').update(photos.join()).digest('hex').slice(0, 12);
  const kept = join(tmpdir(), `gaoqian-photos-${name}-${count}`);
  const files = Array.from({ length: count }, (_, index) => join(kept, `${index + 1}.jpg`));
  if (existsSync(kept)) return files;
  const making = `${kept}-${process.pid}`;
  await mkdir(making, { recursive: true });
  const enlarged = await Promise.all(photos.map(enlarge));
  for (let index = 0; index < count; index += 1) {
    const photo = enlarged[index % enlarged.length] ?? Buffer.alloc(0);
    await writeFile(join(making, `${index + 1}.jpg`), withComment(photo, `copy ${index + 1}`));
  }
  if (existsSync(kept)) await rm(making, { recursive: true });
  else await rename(making, kept);
  return files;
}

async function enlarge(photo: string): Promise<Buffer> {
  return sharp(photo)
    .autoOrient()
    .resize({ ...size, fit: 'cover' })
    .jpeg({ quality: 92 })
    .toBuffer();
}

/** A COM segment (ISO/IEC 10918-1, B.2.4.5) behind the start of the image. */
function withComment(jpeg: Buffer, comment: string): Buffer {
  const segment = Buffer.from(`\xff\xfe\0\0${comment}`, 'latin1');
  segment.writeUInt16BE(comment.length + 2, 2);
  return Buffer.concat([jpeg.subarray(0, 2), segment, jpeg.subarray(2)]);
}
