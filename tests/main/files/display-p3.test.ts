import { expect, test } from 'vitest';
import { displayP3ToSrgb } from '#main/files/display-p3.ts';

test.each([
  ['greys stay what they are', [119, 119, 119], [119, 119, 119]],
  ['black and white too', [0, 0, 0], [0, 0, 0]],
  ['the red of sRGB, as Display P3 writes it', [234, 51, 35], [255, 0, 0]],
  ['its green', [117, 251, 76], [0, 255, 0]],
  ['a red that sRGB does not have ends at its border', [255, 0, 0], [255, 0, 0]],
])('%s', (_why, from, to) => {
  const pixel = Uint8Array.from([...from, 77]);
  displayP3ToSrgb(pixel);
  for (let channel = 0; channel < 3; channel += 1) {
    expect(Math.abs((pixel[channel] ?? 0) - (to[channel] ?? 0)), pixel.join()).toBeLessThanOrEqual(4);
  }
  expect(pixel[3]).toBe(77);
});
