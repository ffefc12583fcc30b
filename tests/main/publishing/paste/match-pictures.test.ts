import { describe, expect, test } from 'vitest';
import { matchPictures } from '#main/publishing/paste/match-pictures.ts';

const size = (width: number, height: number) => ({ width, height });

describe('pictures of two parts of a clipboard', () => {
  test('are matched by order when there are as many', () => {
    expect(matchPictures([{}, size(10, 20)], [size(30, 5), {}])).toEqual([0, 1]);
  });

  test('are matched in order by shape when one side has more', () => {
    const places = [size(400, 300), size(200, 500), size(320, 240)];
    expect(matchPictures(places, [size(400, 300), size(321, 240)])).toEqual([0, undefined, 1]);
    expect(matchPictures([size(200, 500)], [size(400, 300), size(200, 500), size(90, 90)])).toEqual([1]);
  });

  test('stay apart where no shape agrees', () => {
    expect(matchPictures([size(100, 500), size(100, 500)], [size(500, 100)])).toEqual([undefined, undefined]);
  });
});
