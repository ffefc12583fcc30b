import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  changesNothing,
  cropWhole,
  flipped,
  leastCrop,
  pictureEditSchema,
  tidyEdit,
  turned,
  type PictureEdit,
} from '#shared/model/picture-edit.ts';
import { boxToRead, editedSize, straightenedPart } from '#shared/model/picture-geometry.ts';

const crops = fc
  .tuple(fc.integer({ min: leastCrop, max: cropWhole }), fc.integer({ min: leastCrop, max: cropWhole }))
  .chain(([width, height]) =>
    fc.record({
      left: fc.integer({ min: 0, max: cropWhole - width }),
      top: fc.integer({ min: 0, max: cropWhole - height }),
      width: fc.constant(width),
      height: fc.constant(height),
    }),
  );
const edits: fc.Arbitrary<PictureEdit> = fc
  .record(
    {
      rotate: fc.constantFrom(0 as const, 90 as const, 180 as const, 270 as const),
      flip: fc.constant(true as const),
      straighten: fc.integer({ min: -150, max: 150 }),
      crop: crops,
    },
    { requiredKeys: ['rotate'] },
  )
  .map(tidyEdit);
const sizes = fc.record({ width: fc.integer({ min: 1, max: 9000 }), height: fc.integer({ min: 1, max: 9000 }) });

describe('an edit', () => {
  test('has one form: what changes nothing is left out', () => {
    const whole = { left: 0, top: 0, width: cropWhole, height: cropWhole };
    expect(tidyEdit({ rotate: 0, straighten: 0, crop: whole })).toEqual({ rotate: 0 });
    expect(changesNothing({ rotate: 0, crop: whole })).toBe(true);
    expect(changesNothing({ rotate: 0, flip: true })).toBe(false);
    expect(changesNothing({ rotate: 90 })).toBe(false);
  });

  test('stays a valid one however it is turned and mirrored', () => {
    fc.assert(
      fc.property(edits, (edit) => {
        for (const next of [turned(edit, 'left'), flipped(edit, 'sideways'), flipped(edit, 'upside-down')]) {
          expect(pictureEditSchema.parse(next)).toEqual(tidyEdit(next));
        }
      }),
      { seed: 20261128 },
    );
  });

  test('turned left and right, four times round, or mirrored twice is what it was', () => {
    fc.assert(
      fc.property(edits, (edit) => {
        expect(turned(turned(edit, 'left'), 'right')).toEqual(edit);
        expect([1, 2, 3, 4].reduce((now) => turned(now, 'right'), edit)).toEqual(edit);
        expect(flipped(flipped(edit, 'sideways'), 'sideways')).toEqual(edit);
        expect(flipped(flipped(edit, 'upside-down'), 'upside-down')).toEqual(edit);
      }),
      { seed: 20261128 },
    );
  });

  test('refuses a crop that reaches outside or is too small to be meant', () => {
    const crop = { left: 9000, top: 0, width: 2000, height: 1000 };
    expect(pictureEditSchema.safeParse({ rotate: 0, crop }).success).toBe(false);
    expect(pictureEditSchema.safeParse({ rotate: 0, crop: { ...crop, left: 0, width: 10 } }).success).toBe(false);
    expect(pictureEditSchema.safeParse({ rotate: 45 }).success).toBe(false);
    expect(pictureEditSchema.safeParse({ rotate: 0, straighten: 151 }).success).toBe(false);
  });
});

describe('what is read of the original', () => {
  test('is the cropped part itself when nothing is straightened', () => {
    const crop = { left: 1000, top: 2000, width: 5000, height: 4000 };
    const size = { width: 4000, height: 3000 };
    expect(boxToRead(size, { rotate: 0, crop })).toEqual({ left: 400, top: 600, width: 2000, height: 1200 });
    // Turned clockwise, the picture is 3000 wide; its left is the original's bottom.
    expect(boxToRead(size, { rotate: 90, crop })).toEqual({ left: 800, top: 1200, width: 1600, height: 1500 });
    expect(editedSize(size, { rotate: 90, crop })).toEqual({ width: 1500, height: 1600 });
    expect(boxToRead(size, { rotate: 0, flip: true, crop })).toEqual({
      left: 1600,
      top: 600,
      width: 2000,
      height: 1200,
    });
  });

  test('lies within the original, whatever is turned, straightened and cropped', () => {
    fc.assert(
      fc.property(sizes, edits, (size, edit) => {
        const box = boxToRead(size, edit);
        expect(Math.min(box.left, box.top)).toBeGreaterThanOrEqual(0);
        expect(box.left + box.width).toBeLessThanOrEqual(size.width);
        expect(box.top + box.height).toBeLessThanOrEqual(size.height);
      }),
      { seed: 20261128 },
    );
  });

  test('is less, the more is straightened, and the same to either side', () => {
    const size = { width: 4000, height: 3000 };
    expect(straightenedPart(size, 0)).toBe(1);
    expect(straightenedPart(size, 50)).toBeLessThan(straightenedPart(size, 20));
    expect(straightenedPart(size, -50)).toBe(straightenedPart(size, 50));
    expect(straightenedPart(size, 150)).toBeGreaterThan(0.7);
  });
});
