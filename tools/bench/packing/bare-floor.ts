import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import sharp from 'sharp';
import { ZipFile } from 'yazl';

/** As the workstation has it. */
const atATime = 2;
const settings = { display: 1600, displayQuality: 82, thumbnail: 480, thumbnailQuality: 78 };

/** What no implementation can do without: decode, scale, encode, hash, zip, sync. */
export async function bareFloor(photos: readonly string[], path: string): Promise<void> {
  sharp.concurrency(1);
  sharp.cache(false);
  const made = new Map<string, Buffer>();
  const waiting = [...photos.entries()];
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [index, photo] = next;
      const original = await readFile(photo);
      createHash('sha256').update(original).digest();
      const { data, info } = await sharp(original)
        .autoOrient()
        .resize(settings.display, settings.display, { fit: 'inside', withoutEnlargement: true })
        .raw()
        .toBuffer({ resolveWithObject: true });
      const raw = { width: info.width, height: info.height, channels: info.channels };
      const display = await sharp(data, { raw }).jpeg({ quality: settings.displayQuality }).toBuffer();
      const thumbnail = await sharp(data, { raw })
        .resize(settings.thumbnail, settings.thumbnail, { fit: 'inside' })
        .jpeg({ quality: settings.thumbnailQuality })
        .toBuffer();
      made.set(`${index}-display.jpg`, display).set(`${index}-thumbnail.jpg`, thumbnail);
    }
  };
  await Promise.all(Array.from({ length: atATime }, work));
  const zip = new ZipFile();
  for (const [name, bytes] of made) {
    createHash('sha256').update(bytes).digest();
    createHash('sha512').update(bytes).digest();
    zip.addBuffer(bytes, name, { compress: false });
  }
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(path));
  const file = await open(path);
  await file.sync();
  await file.close();
}
