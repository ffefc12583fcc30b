import { mkdir, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import sharp from 'sharp';
import { iconDrawing } from './resources/icon-drawing.ts';
import { packIcon } from './resources/pack-icon.ts';
import { scenes } from './resources/scenes.ts';

/**
 * Draws what lies in `resources` as pictures: the app's icon and the scenes of the sample drafts. They are our own
 * drawings and are committed; run this (`node tools/draw-resources.ts`) only after changing a drawing, and put the new
 * hashes into the sample drafts. The icon's character needs a CJK serif font on this machine.
 */
const resources = resolve(import.meta.dirname, '../resources');
const pictures = resolve(resources, 'samples/pictures');
const jpegQuality = 84;
const iconSizes = [16, 24, 32, 48, 64, 128, 256];

await mkdir(pictures, { recursive: true });
for (const [name, drawing] of Object.entries(scenes)) {
  const jpeg = await sharp(Buffer.from(drawing)).flatten().jpeg({ quality: jpegQuality }).toBuffer();
  await writeFile(resolve(pictures, `${name}.jpg`), jpeg);
  console.log(`${name}.jpg ${Math.round(jpeg.length / 1024)} KB`);
}

const icon = await sharp(Buffer.from(iconDrawing)).png({ compressionLevel: 9 }).toBuffer();
await writeFile(resolve(resources, 'icon.png'), icon);
const small = await Promise.all(iconSizes.map(async (size) => sharp(icon).resize(size, size).png().toBuffer()));
await writeFile(
  resolve(resources, 'icon.ico'),
  packIcon(small.map((png, index) => ({ png, size: iconSizes[index] ?? 0 }))),
);
