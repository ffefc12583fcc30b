import { mkdir, readFile, readdir, symlink, truncate, writeFile } from 'node:fs/promises';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { pictureMaker } from '#main/files/picture-maker.ts';
import { AppError } from '#shared/errors.ts';
import { isBareJpeg } from '#tests/helpers/jpeg-segments.ts';
import { isUpright, pictureOnItsSide, pictureWithPlace, plainPicture } from '#tests/helpers/own-pictures.ts';
import { sharedFixture } from '#tests/helpers/shared-fixtures.ts';
import { temporaryFolder } from '#tests/helpers/temporary-folder.ts';

const maker = pictureMaker({ heicWorker: new URL('../../../src/main/files/heic-worker.ts', import.meta.url) });

async function make(path: string, acceptTruncated = false) {
  return maker.make(path, { acceptTruncated });
}

/** The code of the refusal, or what was made. */
async function outcome(path: string, acceptTruncated = false): Promise<string> {
  return make(path, acceptTruncated).then(
    () => 'made',
    (thrown: unknown) => {
      expect(thrown).toBeInstanceOf(AppError);
      return (thrown as AppError).code;
    },
  );
}

async function write(folder: string, name: string, bytes: Uint8Array | string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, bytes);
  return path;
}

/** Of display size, with soft shapes and more or less film grain on them. */
function grainyPicture(grain: number) {
  const raw = { width: 1600, height: 1067, channels: 3 } as const;
  const pixels = Buffer.alloc(raw.width * raw.height * raw.channels);
  let state = 1;
  for (let at = 0; at < pixels.length; at += 1) {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    const pixel = Math.floor(at / 3);
    const shape = 128 + 60 * Math.sin((pixel % raw.width) / 90) * Math.cos(pixel / raw.width / 70);
    pixels[at] = Math.round(shape + ((state / 2 ** 31) * 2 - 1) * grain);
  }
  return { pixels, raw };
}

describe('a photo becomes two renditions', () => {
  test('of at most 1600 and 480 pixels, with nothing in them but the picture', async () => {
    const { path } = await pictureWithPlace(await temporaryFolder());
    const made = await make(path);
    expect(made.asset).toEqual({
      type: 'image/jpeg',
      width: 1800,
      height: 1200,
      // Half past nine at the bureau.
      takenAt: '2026-03-16T01:30:00.000Z',
      hadLocation: true,
    });
    expect(made.display.size).toEqual({ width: 1600, height: 1067 });
    expect(made.thumbnail.size).toEqual({ width: 480, height: 320 });
    for (const { bytes } of [made.display, made.thumbnail]) {
      expect(isBareJpeg(bytes)).toBe(true);
      expect(await sharp(bytes).metadata()).toMatchObject({ format: 'jpeg', space: 'srgb', channels: 3 });
    }
    expect(isBareJpeg(await readFile(path)), 'the probe itself must see metadata').toBe(false);
  });

  test('turned upright when EXIF says that it lies on its side', async () => {
    const { path } = await pictureOnItsSide(await temporaryFolder());
    const made = await make(path);
    expect(made.asset).toMatchObject({ width: 1200, height: 1600 });
    expect(made.display.size).toEqual({ width: 1200, height: 1600 });
    expect(await isUpright(made.display.bytes)).toBe(true);
    expect(await isUpright(made.thumbnail.bytes)).toBe(true);
  });

  test('never enlarged, and on white where it was transparent', async () => {
    const folder = await temporaryFolder();
    const clear = { create: { width: 40, height: 30, channels: 4, background: '#00000000' } } as const;
    const made = await make(await write(folder, 'clear.png', await sharp(clear).png().toBuffer()));
    expect(made.display.size).toEqual({ width: 40, height: 30 });
    expect([...(await sharp(made.display.bytes).raw().toBuffer()).subarray(0, 3)]).toEqual([255, 255, 255]);
  });

  test.each(['png', 'webp', 'gif', 'tiff'] as const)('also from %s', async (format) => {
    const folder = await temporaryFolder();
    const { path } = await plainPicture(folder);
    const made = await make(await write(folder, `named.jpg`, await sharp(path).toFormat(format).toBuffer()));
    expect(made.asset).toMatchObject({ type: `image/${format}`, width: 1280, height: 960, hadLocation: false });
    expect(await isUpright(made.display.bytes)).toBe(true);
  });

  test('of the colours that its profile means: CMYK and 16 bits come out as plain sRGB', async () => {
    const folder = await temporaryFolder();
    const { path } = await plainPicture(folder);
    const cmyk = await sharp(path).toColourspace('cmyk').jpeg().toBuffer();
    expect(await isUpright((await make(await write(folder, 'cmyk.jpg', cmyk))).display.bytes)).toBe(true);
    const deep = await sharp(path).toColourspace('rgb16').png().toBuffer();
    expect(await isUpright((await make(await write(folder, 'deep.png', deep))).display.bytes)).toBe(true);
  });

  test('of the colours of a phone: Display P3 comes out as the sRGB that looks the same, without the profile', async () => {
    const folder = await temporaryFolder();
    const colour = { r: 200, g: 60, b: 40 };
    const phone = await sharp({ create: { width: 64, height: 48, channels: 3, background: colour } })
      .withIccProfile('p3')
      .jpeg({ quality: 100, chromaSubsampling: '4:4:4' })
      .toBuffer();
    const rawRed = (await sharp(phone, { ignoreIcc: true }).raw().toBuffer())[0] ?? 0;
    expect(Math.abs(rawRed - colour.r), 'the numbers in the file are others').toBeGreaterThan(8);
    const { display } = await make(await write(folder, 'phone.jpg', phone));
    expect(isBareJpeg(display.bytes)).toBe(true);
    const [red = 0, green = 0, blue = 0] = await sharp(display.bytes).raw().toBuffer();
    for (const [found, meant] of [
      [red, colour.r],
      [green, colour.g],
      [blue, colour.b],
    ] as const) {
      expect(Math.abs(found - meant)).toBeLessThanOrEqual(6);
    }
  });

  test.each([
    { grain: 12, quality: 82 },
    { grain: 20, quality: 76 },
    { grain: 28, quality: 70 },
    { grain: 50, quality: 64 },
  ])(
    'in the best quality that keeps it below 300 KB, or the last one: $quality for a grain of $grain',
    async (given) => {
      const { pixels, raw } = grainyPicture(given.grain);
      const path = await write(await temporaryFolder(), 'grainy.png', await sharp(pixels, { raw }).png().toBuffer());
      const meant = await sharp(pixels, { raw }).jpeg({ quality: given.quality }).toBuffer();
      expect(Buffer.compare((await make(path)).display.bytes, meant)).toBe(0);
    },
  );

  test('the same each time, so that equal pictures have equal hashes', async () => {
    const { path } = await plainPicture(await temporaryFolder());
    const [first, second] = [await make(path), await make(path)];
    expect(Buffer.compare(first.display.bytes, second.display.bytes)).toBe(0);
  });
});

test('the beginning of a file says when the photo was taken; nonsense says nothing', async () => {
  const { path } = await pictureWithPlace(await temporaryFolder());
  const head = (await readFile(path)).subarray(0, 4096);
  expect(await maker.takenAt(head)).toBe('2026-03-16T01:30:00.000Z');
  expect(await maker.takenAt(Buffer.from('今天下午'))).toBeNull();
  expect(await maker.takenAt(Buffer.alloc(0))).toBeNull();
});

describe('what is no good picture is refused with a code', () => {
  test('files that are none', async () => {
    const folder = await temporaryFolder();
    expect(await outcome(join(folder, 'gone.jpg'))).toBe('file-vanished');
    expect(await outcome(await write(folder, 'empty.jpg', ''))).toBe('file-empty');
    await mkdir(join(folder, 'folder.jpg'));
    expect(await outcome(join(folder, 'folder.jpg'))).toBe('file-unreadable');
    const sparse = await write(folder, 'sparse.jpg', '\xff\xd8\xff');
    await truncate(sparse, 2 * 1024 ** 3);
    expect(await outcome(sparse)).toBe('file-too-large');
    await symlink(join(folder, 'nowhere'), join(folder, 'dangling.jpg'));
    expect(await outcome(join(folder, 'dangling.jpg'))).toBe('file-vanished');
  });

  test.runIf(process.platform !== 'win32')('a pipe that nobody writes to does not hold us up', async () => {
    const path = join(await temporaryFolder(), 'pipe.jpg');
    execFileSync('mkfifo', [path]);
    expect(await outcome(path)).toBe('file-unreadable');
  });

  test('types that are not taken in, whatever they call themselves', async () => {
    const folder = await temporaryFolder();
    expect(await outcome(await write(folder, 'text.jpg', '今天下午，局里召开会议。'))).toBe('picture-type-refused');
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>';
    expect(await outcome(await write(folder, 'drawing.jpg', svg))).toBe('picture-type-refused');
    const avif = await sharp({ create: { width: 64, height: 64, channels: 3, background: '#123456' } })
      .avif()
      .toBuffer();
    expect(await outcome(await write(folder, 'new.heic', avif))).toBe('picture-type-refused');
  });

  test('a head that promises a picture, with nothing behind it', async () => {
    const folder = await temporaryFolder();
    const heads = [
      '\xff\xd8\xff\xe0',
      '\x89PNG\r\n\x1a\n',
      'GIF89a',
      'RIFF\x04\0\0\0WEBP',
      'II*\0',
      '\0\0\0\x18ftypheic',
    ];
    for (const head of heads) {
      const path = await write(folder, 'head', Buffer.from(`${head}${'x'.repeat(200)}`, 'latin1'));
      expect(await outcome(path), head).toMatch(/^picture-(broken|truncated)$/);
      expect(await outcome(path, true), head).toBe('picture-broken');
    }
  });

  test('more pixels than we can hold', async () => {
    const folder = await temporaryFolder();
    const bomb = Buffer.from(
      await sharp({ create: { width: 1, height: 1, channels: 3, background: '#fff' } })
        .png()
        .toBuffer(),
    );
    // The header's width and height, then the header's checksum.
    bomb.writeUInt32BE(10_001, 16);
    bomb.writeUInt32BE(10_000, 20);
    bomb.writeUInt32BE(crc32(bomb.subarray(12, 29)), 29);
    const path = await write(folder, 'bomb.png', bomb);
    await expect(make(path)).rejects.toMatchObject({
      code: 'picture-too-large',
      params: { width: 10_001, height: 10_000 },
    });
  });

  test('a JPEG that ends early is asked about first', async () => {
    const folder = await temporaryFolder();
    const whole = await readFile((await pictureWithPlace(folder)).path);
    const path = await write(folder, 'cut.jpg', whole.subarray(0, Math.floor(whole.length * 0.6)));
    expect(await outcome(path)).toBe('picture-truncated');
    expect((await make(path, true)).display.size).toEqual({ width: 1600, height: 1067 });
  });
});

describe('the photos of the shared collection', () => {
  const photos = sharedFixture('photos');
  const bad = sharedFixture('bad-images');

  test.runIf(photos)('all come in, upright and bare; those with a place say so', async () => {
    const located: string[] = [];
    for (const name of (await readdir(photos ?? '')).filter((entry) => !entry.endsWith('.txt'))) {
      const made = await make(join(photos ?? '', name));
      if (made.asset.hadLocation) located.push(name);
      expect(Math.max(made.display.size.width, made.display.size.height), name).toBeLessThanOrEqual(1600);
      expect(made.display.bytes.byteLength, name).toBeLessThanOrEqual(300 * 1024);
      expect(isBareJpeg(made.display.bytes) && isBareJpeg(made.thumbnail.bytes), name).toBe(true);
      if (name.startsWith('landscape')) expect(made.asset, name).toMatchObject({ width: 1800, height: 1200 });
    }
    expect(located).toEqual(['mobile-gps-iphone.jpg', 'mobile-gps-nokia.jpg', 'mobile-iphone.heic']);
  });

  test.runIf(photos)('one scene in three orientations looks the same', async () => {
    const small = await Promise.all(
      [1, 6, 8].map(async (orientation) => {
        const made = await make(join(photos ?? '', `landscape-orientation-${orientation}.jpg`));
        return sharp(made.display.bytes).resize(12, 8, { fit: 'fill' }).greyscale().raw().toBuffer();
      }),
    );
    const [first] = small;
    for (const other of small) {
      const difference = Math.max(...[...other].map((value, at) => Math.abs(value - (first?.[at] ?? 0))));
      expect(difference).toBeLessThan(12);
    }
  });

  test.runIf(photos)('a HEIC is decoded beside the main thread, and a cut one is asked about', async () => {
    const path = join(photos ?? '', 'mobile-iphone.heic');
    let turns = 0;
    const timer = setInterval(() => (turns += 1), 5);
    const made = await make(path);
    clearInterval(timer);
    expect(made.asset).toMatchObject({ type: 'image/heic', takenAt: '2021-04-11T07:47:53.000Z', hadLocation: true });
    // Decoding takes more than a second; on this thread it would leave no turn for anything else.
    expect(turns).toBeGreaterThan(20);
    const folder = await temporaryFolder();
    const bytes = await readFile(path);
    const cut = await write(folder, 'cut.heic', bytes.subarray(0, bytes.length / 2));
    expect(await outcome(cut)).toBe('picture-truncated');
    expect(await outcome(cut, true)).toBe('made');
  });

  test.runIf(bad)('the broken ones are made or refused with a code', async () => {
    const outcomes: Record<string, string> = {};
    for (const name of await readdir(bad ?? '')) outcomes[name] = await outcome(join(bad ?? '', name));
    expect(outcomes).toEqual({
      '35-empty.jpg': 'made',
      '36-memory_error.jpg': 'made',
      '87_OSError.jpg': 'made',
      'corrupted.jpg': 'picture-broken',
    });
  });
});
