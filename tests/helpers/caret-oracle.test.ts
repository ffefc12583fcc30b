import { describe, expect, test } from 'vitest';
import type { BlockNode } from '#shared/document/schema.ts';
import { paragraph as words } from '#tests/builders/content.ts';
import { drawnTable } from '#tests/builders/drawn-table.ts';
import type { CaretView } from '../e2e/editor-harness/caret-probe.ts';
import { spansOf } from '../e2e/fixtures/caret-layouts.ts';
import type { Key } from '../e2e/fixtures/caret-oracle.ts';
import { judgeKey, judgeView } from '../e2e/fixtures/caret-oracle.ts';

const figure: BlockNode = {
  type: 'figure',
  asset: 'a'.repeat(64),
  alt: '',
  credit: '张三',
  children: [{ type: 'text', text: '图说' }],
};

/** A sheet as it is when all is well, with the caret at an offset of a block or a block selected. */
function view(
  blocks: readonly BlockNode[],
  at: readonly [number, number] | number,
  more: Partial<CaretView> = {},
): CaretView {
  const caret = typeof at === 'number' ? null : { block: at[0], offset: at[1] };
  return {
    document: { format: 'gaoqian-document', version: 1, children: [...blocks] },
    selection: caret ? { kind: 'words', anchor: caret, focus: caret } : { kind: 'units', blocks: [Number(at)] },
    shown: { blocks: typeof at === 'number' ? [at] : [], words: '' },
    drawn: blocks.map((block) =>
      spansOf(block)
        .map((span) => span.words)
        .join(''),
    ),
    hasFocus: true,
    ...more,
  };
}

const right: Key = { press: 'ArrowRight', purpose: 'move' };
const backspace: Key = { press: 'Backspace', purpose: 'erase', towards: 'start' };
const deleteWord: Key = { press: 'Control+Delete', purpose: 'erase-word', towards: 'end' };
const letter: Key = { press: '^', purpose: 'type' };
const before = view([words('前文'), figure, words('后文')], [2, 0]);

describe('the oracle of the caret tests is content when', () => {
  const good: readonly (readonly [string, CaretView, Key, CaretView])[] = [
    ['a movement changes nothing', before, right, view([words('前文'), figure, words('后文')], [2, 1])],
    ['a deletion towards a figure selects it', before, backspace, view([words('前文'), figure, words('后文')], 1)],
    ['a selected figure is deleted', view([words('前'), figure], 1), backspace, view([words('前')], [0, 1])],
    ['one character goes', view([words('前文')], [0, 2]), backspace, view([words('前')], [0, 1])],
    ['a word goes', view([words('前文后')], [0, 0]), deleteWord, view([words('后')], [0, 0])],
    ['two paragraphs are joined', view([words('前'), words('后')], [1, 0]), backspace, view([words('前后')], [0, 1])],
    ['a letter is written', view([words('前文')], [0, 1]), letter, view([words('前^文')], [0, 2])],
  ];
  test.each(good)('%s', (_name, start, key, end) => {
    expect(judgeKey(start, key, end)).toEqual([]);
  });
});

describe('the oracle of the caret tests complains when', () => {
  const table = drawnTable('甲|乙');
  const bad: readonly (readonly [string, CaretView, Key, CaretView])[] = [
    ['a movement takes a character', before, right, view([words('前文'), figure, words('文')], [2, 0])],
    ['a deletion eats the figure before the caret', before, backspace, view([words('前文'), words('后文')], [1, 0])],
    ['a deletion takes what stands elsewhere', before, backspace, view([words('文'), figure, words('后文')], [2, 0])],
    [
      'a deletion towards a figure goes into it',
      before,
      backspace,
      view([words('前文'), figure, words('后文')], [1, 2]),
    ],
    ['a deletion takes two characters', view([words('前文')], [0, 2]), backspace, view([words('')], [0, 0])],
    ['a deletion does nothing', view([words('前文')], [0, 2]), backspace, view([words('前文')], [0, 2])],
    ['a credit is lost', before, letter, view([words('前文'), { ...figure, credit: '' }, words('^后文')], [2, 1])],
    ['a table loses a cell', view([table], [0, 1]), right, view([drawnTable('甲乙')], [0, 1])],
    ['a letter comes twice', view([words('前文')], [0, 1]), letter, view([words('前^^文')], [0, 2])],
    ['words change places', view([words('前文')], [0, 1]), right, view([words('文前')], [0, 1])],
    ['what was selected stays', view([words('前'), figure], 1), backspace, view([words('前'), figure], 1)],
  ];
  test.each(bad)('%s', (_name, start, key, end) => {
    expect(judgeKey(start, key, end)).not.toEqual([]);
  });

  test('the page shows other words than are stored, the caret is nowhere, or the focus is gone', () => {
    const blocks = [words('前文')];
    expect(judgeView(view(blocks, [0, 1]))).toEqual([]);
    expect(judgeView(view(blocks, [0, 1], { drawn: ['前'] }))).toHaveLength(1);
    expect(judgeView(view(blocks, [0, 1], { drawn: ['前文', ''] }))).toHaveLength(1);
    expect(judgeView(view(blocks, [0, 1], { selection: null }))).toHaveLength(1);
    expect(judgeView(view(blocks, [0, 1], { hasFocus: false }))).toHaveLength(1);
    expect(judgeView(view([{ type: 'paragraph', children: [{ type: 'text', text: '' }] }], [0, 0]))).toHaveLength(1);
  });
});
