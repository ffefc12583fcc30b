import sharp from 'sharp';
import { expect, test } from 'vitest';
import { jpegFacts } from '#main/files/jpeg-facts.ts';

function picture() {
  return sharp({ create: { width: 40, height: 30, channels: 3, background: '#336699' } });
}

test('a bare JPEG tells its size, baseline or progressive', async () => {
  const size = { width: 40, height: 30, bare: true };
  expect(jpegFacts(await picture().jpeg().toBuffer())).toEqual(size);
  expect(jpegFacts(await picture().jpeg({ progressive: true, mozjpeg: true }).toBuffer())).toEqual(size);
});

test('one with EXIF or a colour profile is not bare', async () => {
  const exif = await picture()
    .withExif({ IFD0: { Make: 'x' } })
    .jpeg()
    .toBuffer();
  const profile = await picture().withIccProfile('srgb').jpeg().toBuffer();
  expect([jpegFacts(exif)?.bare, jpegFacts(profile)?.bare]).toEqual([false, false]);
});

test('what is no whole JPEG tells nothing', async () => {
  const bytes = await picture().jpeg().toBuffer();
  expect(jpegFacts(bytes.subarray(0, bytes.length - 5))).toBeUndefined();
  expect(jpegFacts(await picture().png().toBuffer())).toBeUndefined();
  expect(jpegFacts(Buffer.from('ffd8ffd9', 'hex'))).toBeUndefined();
  expect(jpegFacts(Buffer.alloc(0))).toBeUndefined();
});
