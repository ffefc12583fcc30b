import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { pictureMaker } from '#main/files/picture-maker.ts';
import { flipped, noEdit, turned, type PictureEdit } from '#shared/model/picture-edit.ts';
import { isBareJpeg } from '#tests/helpers/jpeg-segments.ts';
import { pictureOnItsSide, pictureWithPlace } from '#tests/helpers/own-pictures.ts';
import { sharedFixture } from '#tests/helpers/shared-fixtures.ts';
import { temporaryFolder } from '#tests/helpers/temporary-folder.ts';

const maker = pictureMaker({ heicWorker: new URL('../../../src/main/files/heic-worker.ts', import.meta.url) });

const colours = { red: '#d02020', green: '#20a020', blue: '#2020d0', white: '#f0f0f0' } as const;

/** A picture of four quarters: red and green above, blue and white below. */
async function quarters(width = 800, height = 600): Promise<string> {
  const quarter = (background: string) => ({
    create: { width: width / 2, height: height / 2, channels: 3 as const, background },
  });
  const path = join(await temporaryFolder(), 'quarters.png');
  await sharp({ create: { width, height, channels: 3, background: '#000' } })
    .composite([
      { input: quarter(colours.red), left: 0, top: 0 },
      { input: quarter(colours.green), left: width / 2, top: 0 },
      { input: quarter(colours.blue), left: 0, top: height / 2 },
      { input: quarter(colours.white), left: width / 2, top: height / 2 },
    ])
    .png()
    .toFile(path);
  return path;
}

function nameOf([red = 0, green = 0, blue = 0]: readonly number[]): string {
  if (Math.min(red, green, blue) > 150) return 'white';
  if (red > green + 60 && red > blue + 60) return 'red';
  if (green > red + 60 && green > blue + 60) return 'green';
  return blue > red + 60 ? 'blue' : 'none';
}

/** The colours at the middles of a picture's four quarters, read like words. */
async function fourColours(bytes: Uint8Array): Promise<string> {
  const { data, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true });
  const at = (x: number, y: number): string => {
    const start = (Math.floor(info.height * y) * info.width + Math.floor(info.width * x)) * info.channels;
    return nameOf([...data.subarray(start, start + 3)]);
  };
  return [at(0.25, 0.25), at(0.75, 0.25), at(0.25, 0.75), at(0.75, 0.75)].join(' ');
}

async function edited(path: string, edit: PictureEdit) {
  const { display, size } = await maker.edit(path, edit);
  return { size, shown: display.size, colours: await fourColours(display.bytes), bytes: display.bytes };
}

describe('an edited picture', () => {
  test('is turned, mirrored, or both, as the person saw it', async () => {
    const path = await quarters();
    const cases: readonly (readonly [PictureEdit, string])[] = [
      [turned(noEdit, 'right'), 'blue red white green'],
      [turned(noEdit, 'left'), 'green white red blue'],
      [turned(turned(noEdit, 'left'), 'left'), 'white blue green red'],
      [flipped(noEdit, 'sideways'), 'green red white blue'],
      [flipped(noEdit, 'upside-down'), 'blue white red green'],
      [flipped(turned(noEdit, 'right'), 'sideways'), 'red blue green white'],
      [turned(flipped(noEdit, 'sideways'), 'right'), 'white green blue red'],
    ];
    for (const [edit, expected] of cases) {
      expect((await edited(path, edit)).colours, JSON.stringify(edit)).toBe(expected);
    }
    expect((await edited(path, turned(noEdit, 'right'))).size).toEqual({ width: 600, height: 800 });
  });

  test('is the cropped part, in the pixels of the original', async () => {
    const path = await quarters();
    const crop = { left: 2500, top: 2500, width: 5000, height: 5000 };
    const middle = await edited(path, { rotate: 0, crop });
    expect(middle).toMatchObject({ size: { width: 400, height: 300 }, colours: 'red green blue white' });
    const corner = await edited(path, { rotate: 0, crop: { ...crop, left: 5000, top: 0 } });
    expect(corner.colours).toBe('green green green green');
    // What is seen on the upper right after a turn to the right was on the upper left.
    const seen = await edited(path, { rotate: 90, crop: { ...crop, left: 5000, top: 0 } });
    expect(seen.colours).toBe('red red red red');
  });

  test('is straightened without an empty corner', async () => {
    const path = await quarters(1200, 800);
    // Mirrored, so that turning the wrong way round would show.
    for (const straighten of [-150, -37, 5, 80, 150]) {
      for (const flip of [undefined, true as const]) {
        const made = await edited(path, { rotate: 0, straighten, ...(flip ? { flip } : {}) });
        const { data, info } = await sharp(made.bytes).raw().toBuffer({ resolveWithObject: true });
        const corners = [
          [1, 1],
          [info.width - 2, 1],
          [1, info.height - 2],
          [info.width - 2, info.height - 2],
        ].map(([x = 0, y = 0]) => {
          const start = (y * info.width + x) * info.channels;
          return nameOf([...data.subarray(start, start + 3)]);
        });
        expect(corners.join(' '), String(straighten)).toBe(flip ? 'green red white blue' : 'red green blue white');
      }
    }
  });

  test('is turned to the side that the number says: a positive one clockwise', async () => {
    // A line that falls to the right by 5° becomes level when it is turned counter-clockwise.
    const width = 1200;
    const height = 800;
    const pixels = Buffer.alloc(width * height * 3, 255);
    const fall = Math.tan((5 * Math.PI) / 180);
    for (let x = 0; x < width; x += 1) {
      const edge = Math.round(height / 2 + (x - width / 2) * fall);
      for (let y = edge; y < height; y += 1) pixels.set([208, 32, 32], (y * width + x) * 3);
    }
    const path = join(await temporaryFolder(), 'slanted.png');
    await sharp(pixels, { raw: { width, height, channels: 3 } })
      .png()
      .toFile(path);
    const { bytes } = await edited(path, { rotate: 0, straighten: -50 });
    const { data, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true });
    const edgeAt = (x: number): number => {
      for (let y = 0; y < info.height; y += 1) {
        if ((data[(y * info.width + x) * info.channels + 1] ?? 255) < 128) return y;
      }
      return info.height;
    };
    expect(Math.abs(edgeAt(20) - edgeAt(info.width - 20))).toBeLessThanOrEqual(3);
  });

  test('begins upright and leaves nothing in the file but the picture', async () => {
    const folder = await temporaryFolder();
    const lying = await maker.edit((await pictureOnItsSide(folder)).path, {
      rotate: 0,
      crop: { left: 0, top: 0, width: 10_000, height: 1500 },
    });
    // The red band along the upright picture's top.
    expect(await fourColours(lying.display.bytes)).toBe('red red red red');
    expect(lying.size).toEqual({ width: 1200, height: 240 });
    const { display, thumbnail } = await maker.edit((await pictureWithPlace(folder)).path, { rotate: 180 });
    expect(isBareJpeg(display.bytes) && isBareJpeg(thumbnail.bytes)).toBe(true);
    expect(display.size).toEqual({ width: 1600, height: 1067 });
    expect(Math.max(thumbnail.size.width, thumbnail.size.height)).toBe(480);
  });

  test('is the same each time, and the file it was made of stays as it was', async () => {
    const { path } = await pictureWithPlace(await temporaryFolder());
    const before = await readFile(path);
    const edit: PictureEdit = { rotate: 90, straighten: 25, crop: { left: 100, top: 50, width: 7000, height: 6000 } };
    const [first, second] = [await maker.edit(path, edit), await maker.edit(path, edit)];
    expect(Buffer.compare(first.display.bytes, second.display.bytes)).toBe(0);
    expect(Buffer.compare(await readFile(path), before)).toBe(0);
  });

  test('of a file that was damaged meanwhile is refused with a code', async () => {
    const path = join(await temporaryFolder(), 'damaged.jpg');
    await writeFile(path, Buffer.from('\xff\xd8\xff\xe0nothing behind it', 'latin1'));
    await expect(maker.edit(path, { rotate: 90 })).rejects.toMatchObject({ code: 'picture-broken' });
  });

  const photos = sharedFixture('photos');
  test.runIf(photos)('also of the phones’ own HEIC', async () => {
    const path = join(photos ?? '', 'mobile-iphone.heic');
    const { size, display } = await maker.edit(path, {
      rotate: 90,
      crop: { left: 0, top: 0, width: 5000, height: 5000 },
    });
    const whole = await maker.make(path, { acceptTruncated: false });
    expect(size).toEqual({
      width: Math.round(whole.asset.height / 2),
      height: Math.round(whole.asset.width / 2),
    });
    expect(isBareJpeg(display.bytes)).toBe(true);
  });
});
