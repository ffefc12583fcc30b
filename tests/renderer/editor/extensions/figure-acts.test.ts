import { describe, expect, test } from 'vitest';
import type { BlockNode } from '#shared/document/schema.ts';
import {
  $addBeside,
  $dropPending,
  $fillFigure,
  $groupFigures,
  $groupWithNext,
  $movePicture,
  $nextToGroup,
  $removePicture,
  $splitGroup,
} from '#renderer/editor/extensions/figure-acts.ts';
import { $figureAt } from '#renderer/editor/extensions/figure-structure.ts';
import type { FigureNode } from '#renderer/editor/nodes/FigureNode.ts';
import { change, documentOf, openSheet, paragraph, readSheet } from '../sheet.ts';

type Figure = Extract<BlockNode, { type: 'figure' }>;

const hash = (letter: string): string => letter.repeat(64);
function pictures(letters: string, words: Partial<Figure> = {}): Figure {
  const [first = '', ...more] = letters.split('');
  return {
    type: 'figure',
    asset: hash(first),
    alt: first,
    ...(more.length > 0 ? { beside: more.map((letter) => ({ asset: hash(letter), alt: letter })) } : {}),
    credit: '',
    children: [],
    ...words,
  };
}
const caption = (text: string): Figure['children'] => [{ type: 'text', text }];

const assets = (letters: string): readonly string[] => letters.split('').map(hash);

/** The blocks after an act on the figure at `block`. */
function after(blocks: readonly BlockNode[], $act: (figure: FigureNode) => void, block = 0): readonly BlockNode[] {
  const editor = openSheet(documentOf(...blocks));
  change(editor, () => {
    const figure = $figureAt(block);
    if (figure) $act(figure);
  });
  return readSheet(editor).children;
}

/** Expects that the first figure cannot be joined with what follows, and that trying changes nothing. */
function refuses(blocks: readonly BlockNode[]): void {
  expect(after(blocks, (figure) => expect($nextToGroup(figure)).toBeNull())).toEqual(blocks);
  expect(after(blocks, $groupWithNext)).toEqual(blocks);
}

describe('a group is made', () => {
  test('with the next figure: captions are joined, credits are named once, alternative texts stay with their picture', () => {
    const blocks = [
      pictures('a', { children: caption('改造前'), credit: '张三' }),
      pictures('b', { children: caption('改造后'), credit: '张三' }),
      paragraph('后文'),
    ];
    expect(after(blocks, $groupWithNext)).toEqual([
      pictures('ab', { children: caption('改造前；改造后'), credit: '张三' }),
      paragraph('后文'),
    ]);
  });

  test('and both credits are kept where they differ', () => {
    const blocks = [pictures('a', { credit: '张三' }), pictures('b', { credit: '李四', children: caption('改造后') })];
    expect(after(blocks, $groupWithNext)).toEqual([
      pictures('ab', { credit: '张三、李四', children: caption('改造后') }),
    ]);
  });

  test('and a caption that readers see never goes into a hidden one', () => {
    const hidden = pictures('a', { captionHidden: true, children: caption('一') });
    expect(after([hidden, pictures('b', { children: caption('二') })], $groupWithNext)).toEqual([
      pictures('ab', { children: caption('一；二') }),
    ]);
    expect(after([hidden, pictures('b')], $groupWithNext)).toEqual([
      pictures('ab', { captionHidden: true, children: caption('一') }),
    ]);
  });

  test('only of neighbours, and of three pictures at most', () => {
    refuses([pictures('a')]);
    refuses([pictures('a'), paragraph('文'), pictures('b')]);
    refuses([pictures('ab'), pictures('cd')]);
  });

  test('of all that came in at once', () => {
    const blocks = [pictures('a'), pictures('b'), pictures('c')];
    expect(after(blocks, (figure) => $groupFigures([figure, ...figure.getNextSiblings<FigureNode>()]))).toEqual([
      pictures('abc'),
    ]);
  });

  test('of pictures dropped on a half; what has no room follows', () => {
    const dropped = (letter: string): { asset: string; alt: string } => ({ asset: hash(letter), alt: '' });
    expect(after([pictures('a')], (figure) => $addBeside(figure, 0, assets('b')))).toEqual([
      { ...pictures('a'), ...dropped('b'), beside: [{ asset: hash('a'), alt: 'a' }] },
    ]);
    expect(after([pictures('ab'), paragraph('文')], (figure) => $addBeside(figure, 2, assets('cd')))).toEqual([
      { ...pictures('ab'), beside: [{ asset: hash('b'), alt: 'b' }, dropped('c')] },
      { ...pictures('d'), alt: '' },
      paragraph('文'),
    ]);
  });
});

test('a group that is taken apart leaves the caption with the first and the credit with each', () => {
  const blocks = [pictures('abc', { children: caption('三图'), credit: '张三' }), paragraph('后文')];
  expect(after(blocks, $splitGroup)).toEqual([
    pictures('a', { children: caption('三图'), credit: '张三' }),
    pictures('b', { credit: '张三' }),
    pictures('c', { credit: '张三' }),
    paragraph('后文'),
  ]);
});

describe('the words stay', () => {
  const words = { children: caption('会议现场'), credit: '张三' };

  test('when a picture of a group is taken out', () => {
    expect(after([pictures('abc', words)], (figure) => $removePicture(figure, 0))).toEqual([pictures('bc', words)]);
    expect(after([pictures('ab', words)], (figure) => $removePicture(figure, 1))).toEqual([pictures('a', words)]);
  });

  test('when the only picture is taken out: the figure waits for another', () => {
    expect(after([pictures('a', words)], (figure) => $removePicture(figure, 0))).toEqual([
      { ...pictures('a', words), asset: null },
    ]);
  });

  test('when a picture is replaced, alternative text too', () => {
    expect(after([pictures('ab', words)], (figure) => $fillFigure(figure, 1, assets('cd')))).toEqual([
      { ...pictures('ab', words), beside: [{ asset: hash('c'), alt: 'b' }] },
      { ...pictures('d'), alt: '' },
    ]);
  });
});

test('a picture moves inside its row and no further', () => {
  expect(after([pictures('abc')], (figure) => $movePicture(figure, 0, 1))).toEqual([pictures('bac')]);
  expect(after([pictures('abc')], (figure) => $movePicture(figure, 2, -1))).toEqual([pictures('acb')]);
  expect(after([pictures('abc')], (figure) => $movePicture(figure, 2, 1))).toEqual([pictures('abc')]);
  expect(after([pictures('abc')], (figure) => $movePicture(figure, 0, -1))).toEqual([pictures('abc')]);
});

const drop = (letter: string, instead?: string | null) => () => $dropPending(new Map([[hash(letter), instead]]));

describe('a picture on its way that is taken off', () => {
  test('takes the figure along that was made for it, unless there are words in it', () => {
    const blocks = [paragraph('前文'), { ...pictures('a'), alt: '' }, paragraph('后文')];
    expect(after(blocks, drop('a'), 1)).toEqual([paragraph('前文'), paragraph('后文')]);
    const written = { ...pictures('a', { children: caption('会议现场') }), alt: '' };
    expect(after([written], drop('a'))).toEqual([{ ...written, asset: null }]);
    const credited = { ...pictures('a', { credit: '张三' }), alt: '' };
    expect(after([credited], drop('a'))).toEqual([{ ...credited, asset: null }]);
  });

  test('leaves the others of its row', () => {
    expect(after([pictures('ab')], drop('a'))).toEqual([pictures('b')]);
  });

  test('gives the place back to what it was to replace', () => {
    expect(after([pictures('ab')], drop('b', hash('c')))).toEqual([
      { ...pictures('a'), beside: [{ asset: hash('c'), alt: 'b' }] },
    ]);
    const waiting = { ...pictures('a'), alt: '' };
    expect(after([waiting], drop('a', null))).toEqual([{ ...waiting, asset: null }]);
  });
});
