import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { seededRandom } from '#tools/bench/seeded-random.ts';
import { sharedFixture } from './shared-fixtures.ts';

/** A file that is no good picture, or only pretends to be one. */
export interface HostilePicture {
  /** What was done to it, then a name with an ending, which need not be true. */
  readonly name: string;
  readonly bytes: Buffer;
}

type Random = (below: number) => number;
type Mutation = (bytes: Buffer, random: Random) => Buffer;

const size = { width: 150, height: 110 };

/** Small good pictures of every kind that is taken in, with and without the things that cameras add. */
async function goodPictures(): Promise<ReadonlyMap<string, Buffer>> {
  const cells = Buffer.from(Array.from({ length: 15 * 11 * 3 }, (_unused, index) => (index * 37) % 256));
  const picture = () => sharp(cells, { raw: { width: 15, height: 11, channels: 3 } }).resize(size.width, size.height);
  const frames = await sharp(await picture().png().toBuffer())
    .extend({ bottom: size.height * 3, background: '#204060' })
    .raw()
    .toBuffer();
  const animated = () =>
    sharp(frames, { raw: { width: size.width, height: size.height * 4, channels: 3, pageHeight: size.height } });
  const exif = {
    IFD0: { Make: 'Gaoqian', ImageDescription: '说明'.repeat(40) },
    IFD3: { GPSLatitude: '39/1 54/1 0/1' },
  };
  const own: readonly (readonly [string, Promise<Buffer>])[] = [
    ['plain.jpg', picture().jpeg().toBuffer()],
    ['progressive.jpg', picture().jpeg({ progressive: true }).toBuffer()],
    ['with-exif.jpg', picture().jpeg().withExif(exif).toBuffer()],
    ['cmyk.jpg', picture().toColourspace('cmyk').jpeg().toBuffer()],
    ['wide-colours.jpg', picture().withIccProfile('p3').jpeg().toBuffer()],
    ['plain.png', picture().png().toBuffer()],
    ['deep.png', picture().toColourspace('rgb16').png().toBuffer()],
    ['palette.png', picture().png({ palette: true }).toBuffer()],
    ['clear.png', picture().ensureAlpha(0.4).png().toBuffer()],
    ['plain.gif', picture().gif().toBuffer()],
    ['animated.gif', animated().gif({ loop: 0 }).toBuffer()],
    ['plain.webp', picture().webp().toBuffer()],
    ['lossless.webp', picture().webp({ lossless: true }).toBuffer()],
    ['animated.webp', animated().webp({ loop: 0 }).toBuffer()],
    ['plain.tif', picture().tiff().toBuffer()],
    ['deep.tif', picture().toColourspace('rgb16').tiff({ compression: 'deflate' }).toBuffer()],
    ['tiled.tif', picture().tiff({ tile: true, pyramid: true }).toBuffer()],
  ];
  return new Map(await Promise.all(own.map(async ([name, bytes]) => [name, await bytes] as const)));
}

const mutations: Readonly<Record<string, Mutation>> = {
  cut: (bytes, random) => bytes.subarray(0, 1 + random(bytes.length - 1)),
  'cut-late': (bytes, random) => bytes.subarray(0, bytes.length - 1 - random(Math.ceil(bytes.length / 8))),
  'flip-in-head': (bytes, random) => flipped(bytes, random, 0, 96, 3),
  'flip-in-body': (bytes, random) => flipped(bytes, random, Math.min(96, bytes.length - 1), bytes.length, 12),
  'zeros-inside': (bytes, random) => {
    const at = random(bytes.length);
    return Buffer.from(bytes).fill(0, at, at + 1 + random(400));
  },
  'piece-twice': (bytes, random) => {
    const at = random(bytes.length);
    return Buffer.concat([bytes.subarray(0, at), bytes.subarray(Math.floor(at / 2))]);
  },
  'piece-missing': (bytes, random) => {
    const at = random(bytes.length);
    return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1 + random(300))]);
  },
  'random-lengths': (bytes, random) => {
    const changed = Buffer.from(bytes);
    for (let count = 0; count < 3; count += 1)
      changed.writeUInt16BE(0xffff, 2 + random(Math.min(300, bytes.length - 4)));
    return changed;
  },
};

function flipped(bytes: Buffer, random: Random, from: number, to: number, most: number): Buffer {
  const changed = Buffer.from(bytes);
  const span = Math.max(1, Math.min(to, bytes.length) - from);
  for (let count = 0; count <= random(most); count += 1) {
    const at = from + random(span);
    changed[at] = (changed[at] ?? 0) ^ (1 << random(8));
  }
  return changed;
}

function pngChunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const head = Buffer.alloc(4);
  head.writeUInt32BE(data.length);
  const tail = Buffer.alloc(4);
  tail.writeUInt32BE(crc32(body));
  return Buffer.concat([head, body, tail]);
}

/** A PNG's header says its size; the checksum is made right, so that only the size is wrong. */
function pngOfSize(png: Buffer, width: number, height: number): Buffer {
  const changed = Buffer.from(png);
  changed.writeUInt32BE(width, 16);
  changed.writeUInt32BE(height, 20);
  changed.writeUInt32BE(crc32(changed.subarray(12, 29)), 29);
  return changed;
}

/** A JPEG's frame header says its size. */
function jpegOfSize(jpeg: Buffer, width: number, height: number): Buffer {
  const changed = Buffer.from(jpeg);
  const frame = changed.findIndex((byte, at) => byte === 0xff && [0xc0, 0xc2].includes(changed[at + 1] ?? 0));
  changed.writeUInt16BE(height, frame + 5);
  changed.writeUInt16BE(width, frame + 7);
  return changed;
}

function jpegWithSegments(jpeg: Buffer, segments: readonly Buffer[]): Buffer {
  return Buffer.concat([jpeg.subarray(0, 2), ...segments, jpeg.subarray(2)]);
}

function segment(marker: number, data: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(data.length + 2, 2);
  return Buffer.concat([head, data]);
}

const html = '<html><script>alert(1)</script></html>';
const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>';

/** One piece of a colour profile that is spread over several. */
function iccPiece(number: number, total: number): Buffer {
  const head = Buffer.from('ICC_PROFILE\0', 'latin1');
  return segment(0xe2, Buffer.concat([head, Buffer.from([number, total]), Buffer.alloc(60_000, 7)]));
}

/** The first bytes of a picture with nothing behind them. */
function pretended(head: string, name: string): readonly [string, Buffer] {
  return [name, Buffer.from(`${head}${'x'.repeat(500)}`, 'latin1')];
}

/** Made by hand, each for a way in which readers of pictures were broken before. */
async function craftedPictures(good: ReadonlyMap<string, Buffer>): Promise<readonly HostilePicture[]> {
  const of = (name: string): Buffer => good.get(name) ?? Buffer.alloc(0);
  const jpeg = of('plain.jpg');
  const png = of('plain.png');
  const gif = of('plain.gif');
  const tiff = of('plain.tif');
  const avif = await sharp(png).avif().toBuffer();
  const afterHeader = 33;
  const pngWith = (...chunks: readonly Buffer[]): Buffer =>
    Buffer.concat([png.subarray(0, afterHeader), ...chunks, png.subarray(afterHeader)]);
  const zipTail = Buffer.concat([
    Buffer.from('PK\x03\x04', 'latin1'),
    Buffer.alloc(26),
    Buffer.from('PK\x05\x06', 'latin1'),
    Buffer.alloc(18),
  ]);
  const bomb = deflateSync(Buffer.alloc(40_000_000));
  const loopingTiff = Buffer.from(tiff);
  const firstDirectory = tiff.readUInt32LE(4);
  const nextAt = firstDirectory + 2 + tiff.readUInt16LE(firstDirectory) * 12;
  loopingTiff.writeUInt32LE(firstDirectory, nextAt);
  const selfishTiff = Buffer.from(tiff);
  selfishTiff.writeUInt32LE(0xffff_fff0, 4);
  const deepExif = Buffer.concat([Buffer.from('Exif\0\0II*\0\x08\0\0\0', 'latin1'), Buffer.alloc(65_000, 0xff)]);
  const crafted: readonly (readonly [string, Buffer])[] = [
    ['nothing.jpg', Buffer.alloc(0)],
    ['one-byte.jpg', Buffer.from([0xff])],
    ['text.jpg', Buffer.from('今天下午，局里召开会议。')],
    ['svg-named.jpg', Buffer.from(svg)],
    ['svg-with-mark.png', Buffer.from(`\ufeff<?xml version="1.0"?>${svg}`)],
    ['page-named.gif', Buffer.from(html)],
    ['avif-named.heic', avif],
    ['bitmap.jpg', Buffer.concat([Buffer.from('BM'), Buffer.alloc(100)])],
    ['document.jpg', Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>')],
    ['postscript.jpg', Buffer.from('%!PS-Adobe-3.0 EPSF-3.0\n(x) run\n')],
    ['magick.jpg', Buffer.from('push graphic-context\nviewbox 0 0 1 1\nimage over 0,0 0,0 "|id"\npop graphic-context')],
    ['archive.jpg', zipTail],
    pretended('\xff\xd8\xff\xe0', 'head-only.jpg'),
    pretended('\x89PNG\r\n\x1a\n', 'head-only.png'),
    pretended('GIF89a', 'head-only.gif'),
    pretended('RIFF\xff\xff\xff\x7fWEBPVP8X', 'head-only.webp'),
    pretended('II*\0', 'head-only.tif'),
    pretended('MM\0*', 'head-only-too.tif'),
    pretended('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'head-only.heic'),
    ['jpeg-then-zip.jpg', Buffer.concat([jpeg, zipTail])],
    ['jpeg-then-page.jpg', Buffer.concat([jpeg, Buffer.from(html)])],
    ['page-in-comment.jpg', jpegWithSegments(jpeg, [segment(0xfe, Buffer.from(html))])],
    [
      'gif-and-script.gif',
      Buffer.concat([Buffer.from('GIF89a/*', 'latin1'), gif.subarray(8), Buffer.from('*/=1;alert(1)')]),
    ],
    ['png-and-page.png', pngWith(pngChunk('tEXt', Buffer.from(`Comment\0${html}`, 'latin1')))],
    ['zip-then-png.png', Buffer.concat([zipTail, png])],
    ['png-of-giants.png', pngOfSize(png, 200_000, 200_000)],
    ['png-of-limits.png', pngOfSize(png, 10_000, 10_000)],
    ['png-of-nothing.png', pngOfSize(png, 0, 0)],
    ['png-of-minus.png', pngOfSize(png, 0x8000_0000, 1)],
    ['png-long-and-thin.png', pngOfSize(png, 1, 99_000_000)],
    ['jpeg-of-giants.jpg', jpegOfSize(jpeg, 65_500, 65_500)],
    ['jpeg-of-limits.jpg', jpegOfSize(jpeg, 9_999, 9_999)],
    ['jpeg-of-nothing.jpg', jpegOfSize(jpeg, 0, 0)],
    ['jpeg-of-giants-by-scans.jpg', jpegOfSize(of('progressive.jpg'), 9_000, 9_000)],
    [
      'exif-of-giants.jpg',
      jpegWithSegments(
        jpeg,
        Array.from({ length: 200 }, () => segment(0xe1, deepExif)),
      ),
    ],
    [
      'profile-of-giants.jpg',
      jpegWithSegments(
        jpeg,
        Array.from({ length: 80 }, (_u, index) => iccPiece(index + 1, 80)),
      ),
    ],
    ['profile-out-of-order.jpg', jpegWithSegments(jpeg, [iccPiece(9, 2), iccPiece(0, 0), iccPiece(255, 255)])],
    ['profile-bomb.png', pngWith(pngChunk('iCCP', Buffer.concat([Buffer.from('p\0\0', 'latin1'), bomb])))],
    ['text-bomb.png', pngWith(pngChunk('zTXt', Buffer.concat([Buffer.from('k\0\0', 'latin1'), bomb])))],
    ['many-texts.png', pngWith(...Array.from({ length: 5000 }, () => pngChunk('tEXt', Buffer.from('k\0v', 'latin1'))))],
    [
      'pixel-bomb.png',
      Buffer.concat([
        pngOfSize(png, 9_000, 9_000).subarray(0, 33),
        pngChunk('IDAT', bomb),
        pngChunk('IEND', Buffer.alloc(0)),
      ]),
    ],
    ['endless-directories.tif', loopingTiff],
    ['directory-beyond.tif', selfishTiff],
    ['two-headers.png', Buffer.concat([png.subarray(0, 33), png.subarray(8, 33), png.subarray(33)])],
    [
      'webp-says-more.webp',
      Buffer.concat([
        of('plain.webp').subarray(0, 4),
        Buffer.from([0xff, 0xff, 0xff, 0xff]),
        of('plain.webp').subarray(8),
      ]),
    ],
    ['gif-of-giants.gif', Buffer.concat([gif.subarray(0, 6), Buffer.from([0xff, 0xff, 0xff, 0xff]), gif.subarray(10)])],
    ...[...good].map(([name, bytes]) => [`wrong-ending-${name}.heic`, bytes] as const),
  ];
  return crafted.map(([name, bytes]) => ({ name, bytes }));
}

/** Real photos and real broken files that lie beside the repository on some machines, those that are quick to read. */
async function sharedPictures(): Promise<ReadonlyMap<string, Buffer>> {
  const found = new Map<string, Buffer>();
  for (const folder of [sharedFixture('bad-images'), sharedFixture('photos')]) {
    if (folder === null) continue;
    for (const name of await readdir(folder)) {
      if (name.endsWith('.jpg')) found.set(name, await readFile(join(folder, name)));
    }
  }
  return found;
}

/** So many hostile pictures, the same ones for the same seed on the same machine. */
export async function hostilePictures(count: number, seed: number): Promise<readonly HostilePicture[]> {
  const good = await goodPictures();
  const numbers = seededRandom(seed);
  const random: Random = (below) => Math.floor(numbers() * below);
  const pictures = [...(await craftedPictures(good))];
  const real = [...(await sharedPictures())].filter(([, bytes]) => bytes.length > 0);
  const own = [...good];
  const kinds = Object.entries(mutations);
  for (let index = 0; pictures.length < count; index += 1) {
    const bases = real.length > 0 && index % 8 === 7 ? real : own;
    const [name, bytes] = bases[random(bases.length)] ?? ['', Buffer.alloc(1)];
    const [what, mutate] = kinds[index % kinds.length] ?? ['', (same: Buffer) => same];
    pictures.push({ name: `${what}-${String(index)}-${name}`, bytes: mutate(bytes, random) });
  }
  return pictures;
}
