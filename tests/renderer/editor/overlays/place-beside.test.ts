import { describe, expect, test } from 'vitest';
import { placeBeside, targetOfRects } from '#renderer/editor/overlays/place-beside.ts';

const frame = { left: 0, top: 0, right: 1000, bottom: 600 };
const line = (left: number, top: number) => ({ left, top, right: left + 100, bottom: top + 30 });
const block = (top: number) => {
  const box = { left: 100, top, right: 800, bottom: top + 400 };
  return { first: box, last: box };
};
const size = { width: 200, height: 40 };
const bar = { side: 'above', align: 'centre', mayCover: false } as const;
const menu = { side: 'below', align: 'start', mayCover: true } as const;

describe('what floats beside the words', () => {
  test('stands on the wanted side, over the middle or at the start', () => {
    const target = { first: line(300, 200), last: line(300, 200) };
    expect(placeBeside(target, size, frame, bar)).toEqual({ left: 250, top: 154 });
    expect(placeBeside(target, size, frame, menu)).toEqual({ left: 300, top: 236 });
  });

  test('goes to the other side where there is no room, and never leaves the frame', () => {
    expect(placeBeside({ first: line(0, 10), last: line(0, 70) }, size, frame, bar)).toEqual({ left: 0, top: 106 });
    expect(placeBeside({ first: line(950, 560), last: line(950, 560) }, size, frame, menu)).toEqual({
      left: 800,
      top: 514,
    });
  });

  test('a bar that would stand on the words is not shown, a menu is', () => {
    const all = { first: line(0, 10), last: line(0, 560) };
    expect(placeBeside(all, size, frame, bar)).toBeNull();
    expect(placeBeside(all, size, frame, menu)).toEqual({ left: 0, top: 560 });
  });

  test('nothing floats beside words that are scrolled out of sight', () => {
    expect(placeBeside({ first: line(0, -80), last: line(0, -80) }, size, frame, menu)).toBeNull();
    expect(placeBeside({ first: line(0, 700), last: line(0, 700) }, size, frame, menu)).toBeNull();
  });

  test('tools in the margin stand beside the top of their block, and come along while it is in sight', () => {
    const tools = { width: 40, height: 180 };
    const margin = { side: 'right' } as const;
    expect(placeBeside(block(100), tools, frame, margin)).toEqual({ left: 806, top: 100 });
    expect(placeBeside(block(-100), tools, frame, margin)).toEqual({ left: 806, top: 0 });
    expect(placeBeside(block(-300), tools, frame, margin)).toEqual({ left: 806, top: -80 });
    expect(placeBeside(block(-500), tools, frame, margin)).toBeNull();
    expect(placeBeside(block(560), tools, frame, margin)).toEqual({ left: 806, top: 420 });
    expect(placeBeside(block(100), tools, { ...frame, right: 830 }, margin)).toEqual({ left: 790, top: 100 });
  });

  test('words that are not laid out have no place', () => {
    expect(targetOfRects([])).toBeNull();
    expect(targetOfRects([line(0, 0), line(0, 30)])).toEqual({ first: line(0, 0), last: line(0, 30) });
  });
});
