import { describe, expect, test } from 'vitest';
import type { OrderedBlock } from '#shared/document/figure-order.ts';
import { orderDoubts, placeWords, turnDoubts } from '#shared/document/figure-order.ts';

const wordsIn = (text: string): readonly string[] => placeWords(text).map((word) => `${word.kind} ${word.text}`);

describe('words that say where a picture stands', () => {
  test.each([
    ['上图为改造前的小区', ['beside 上图']],
    ['左图：改造前；右图：改造后', ['beside 左图', 'beside 右图']],
    ['改造前（左）和改造后（右）', ['beside （左）', 'beside （右）']],
    ['左为改造前，右为改造后', ['beside 左', 'beside 右']],
    ['上：施工前，下：施工后', ['beside 上', 'beside 下']],
    ['上一张的同一地点', ['beside 上一张']],
    ['左上图为全景', ['beside 左上图']],
    ['与图2为同一小区', ['number 图2']],
    ['同图 三', ['number 图 三']],
    ['局长（左二）现场督导', ['inside 左二']],
    ['前排左三为刘文', ['inside 前排', 'inside 左三']],
    ['从左至右依次为张三、李四', ['inside 从左至右']],
    ['左起：张三、李四', ['inside 左起']],
    ['以上为签约现场', ['beside 以上']],
  ])('%s', (text, words) => {
    expect([...wordsIn(text)].sort()).toEqual([...words].sort());
  });

  test.each([
    '会上，局长强调压实责任',
    '图书馆旁的老旧小区',
    '80分以上的项目共12个',
    '左邻右舍一起议事',
    '中华路上的下水道改造',
    '图2022年项目',
    '地图纸上的规划',
    '上下联动推进',
    '',
  ])('%s has none', (text) => {
    expect(placeWords(text)).toEqual([]);
  });

  test('numbers count alike in all scripts', () => {
    expect(['图3', '图３', '图三', '图十', '图十二', '图二十一'].map((text) => placeWords(text)[0]?.number)).toEqual([
      3, 3, 3, 10, 12, 21,
    ]);
  });
});

const figure = (id: string, text = '', pictures: readonly string[] = [id]): OrderedBlock => ({ id, text, pictures });
const text = (id: string, words = ''): OrderedBlock => ({ id, text: words });

describe('a change of order', () => {
  test('puts words about neighbours in doubt', () => {
    const a = figure('a', '上图为改造前');
    const before = [figure('z'), a, figure('b', '局长（左二）')];
    expect(orderDoubts(before, [a, figure('z'), figure('b', '局长（左二）')])).toEqual([{ id: 'a', words: ['上图'] }]);
  });

  test('puts numbers in doubt where another figure has the number now', () => {
    const c = figure('c', '与图1、图3同一小区');
    const before = [figure('a'), figure('b'), c];
    expect(orderDoubts(before, [figure('b'), figure('a'), c])).toEqual([{ id: 'c', words: ['图1'] }]);
  });

  test('puts text in doubt that speaks of the figure above or by number, and no other', () => {
    const before = [text('t', '如图1所示，左边是新建的公园'), figure('a'), text('u', '见上图'), figure('b')];
    const after = [before[0], before[3], before[2], before[1]].flatMap((block) => block ?? []);
    expect(orderDoubts(before, after)).toEqual([
      { id: 't', words: ['图1'] },
      { id: 'u', words: ['上图'] },
    ]);
  });

  test('a paragraph that moves past a figure is judged too', () => {
    const [a, t] = [figure('a'), text('t', '上图是改造前')];
    expect(orderDoubts([a, t], [t, a])).toEqual([{ id: 't', words: ['上图'] }]);
  });

  test('inside a group puts every such word of its caption in doubt', () => {
    const caption = '左图改造前，局长（左二）查看';
    const before = [figure('g', caption, ['x', 'y'])];
    expect(orderDoubts(before, [figure('g', caption, ['y', 'x'])])).toEqual([{ id: 'g', words: ['左二', '左图'] }]);
    expect(orderDoubts(before, [figure('g', caption, ['y'])])).toHaveLength(1);
    expect(orderDoubts(before, [figure('g', caption, ['x', 'n'])])).toEqual([]);
  });
});

describe('nothing is in doubt', () => {
  test('when figures or text are only added or taken away', () => {
    const a = figure('a', '上图与图2');
    expect(orderDoubts([figure('z'), a], [figure('z'), figure('n'), a])).toEqual([]);
    expect(orderDoubts([figure('z'), text('t'), a], [figure('z'), a])).toEqual([]);
  });

  test('when the order is what it was', () => {
    const blocks = [figure('a', '上图'), text('t', '图1'), figure('b', '左图')];
    expect(orderDoubts(blocks, blocks)).toEqual([]);
  });

  test('when the words speak of people in the picture and figures change places', () => {
    const [a, b] = [figure('a', '局长（左二）'), figure('b', '前排为获奖者')];
    expect(orderDoubts([a, b], [b, a])).toEqual([]);
  });
});

describe('a picture that is turned or mirrored', () => {
  const said = '前排左二为局长刘文，见图2';
  test.each([
    ['mirrored', { rotate: 0 }, { rotate: 0, flip: true }, ['前排', '左二']],
    ['turned', { rotate: 0 }, { rotate: 90 }, ['前排', '左二']],
    ['mirrored back', { rotate: 0, flip: true }, { rotate: 0 }, ['前排', '左二']],
    ['straightened and cropped only', { rotate: 90 }, { rotate: 90, straighten: 12 }, []],
  ] as const)('%s', (_name, before, after, words) => {
    expect(turnDoubts(before, after, said)).toEqual(words);
  });
});
