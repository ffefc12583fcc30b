import { describe, expect, test } from 'vitest';
import { cropWithin, fitInto, middleCrop, ratioOf, wholeCrop } from '#renderer/features/media/crop-shape.ts';
import { cropSchema, leastCrop } from '#shared/model/picture-edit.ts';

const wide = { width: 1600, height: 1000 };
const tall = { width: 600, height: 1600 };

describe('the shape of a crop', () => {
  test('is the largest of its kind, in the middle', () => {
    expect(middleCrop(ratioOf('free', wide), wide)).toEqual(wholeCrop);
    expect(middleCrop(ratioOf('original', tall), tall)).toEqual(wholeCrop);
    expect(middleCrop(ratioOf('4:3', wide), wide)).toEqual({ left: 834, top: 0, width: 8333, height: 10_000 });
    expect(middleCrop(ratioOf('16:9', tall), tall)).toEqual({ left: 0, top: 3946, width: 10_000, height: 2109 });
  });

  test('stays inside the picture and large enough, whatever the pointer did', () => {
    for (const crop of [
      { left: -30, top: 9999.6, width: 10_100, height: 0 },
      { left: 9990, top: 12.3, width: 55.5, height: 3 },
    ]) {
      const fitted = cropSchema.parse(cropWithin(crop));
      expect(Math.min(fitted.width, fitted.height)).toBeGreaterThanOrEqual(leastCrop);
    }
  });
});

test('a picture is shown as large as its place allows', () => {
  expect(fitInto(wide, { width: 800, height: 800 })).toEqual({ width: 800, height: 500 });
  expect(fitInto(tall, { width: 800, height: 800 })).toEqual({ width: 300, height: 800 });
});
