import { describe, expect, test } from 'vitest';
import { blockStart } from '#shared/document/block-starts.ts';

describe('signs at the start of a line', () => {
  test.each([
    ['## ', { kind: 'heading', level: 2 }],
    ['### ', { kind: 'heading', level: 3 }],
    ['#### ', { kind: 'heading', level: 4 }],
    ['＃＃　', { kind: 'heading', level: 2 }],
    ['- ', { kind: 'bullet' }],
    ['－　', { kind: 'bullet' }],
    ['－ ', { kind: 'bullet' }],
    ['* ', { kind: 'bullet' }],
    ['＊ ', { kind: 'bullet' }],
    ['> ', { kind: 'quote' }],
    ['＞　', { kind: 'quote' }],
    ['1. ', { kind: 'number', start: 1 }],
    ['12. ', { kind: 'number', start: 12 }],
    ['１．', { kind: 'number', start: 1 }],
    ['３． ', { kind: 'number', start: 3 }],
    ['--- ', { kind: 'rule' }],
    ['－－－　', { kind: 'rule' }],
  ])('%j', (typed, start) => {
    expect(blockStart(typed)).toEqual(start);
  });

  test.each(['', '# ', '##### ', '##', '-', '1.', '1.5', '-- ', '甲- ', 'a. ', '2022. ', '一、'])(
    '%j asks for nothing',
    (typed) => {
      expect(blockStart(typed)).toBeNull();
    },
  );
});
