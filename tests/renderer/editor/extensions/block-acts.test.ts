import type { LexicalEditor } from 'lexical';
import { $getNodeByKey, $getRoot, $getSelection, $isRangeSelection, $setSelection } from 'lexical';
import { describe, expect, test } from 'vitest';
import type { BlockNode } from '#shared/document/schema.ts';
import type { BlockKeys } from '#renderer/editor/extensions/block-acts.ts';
import {
  $deleteBlocks,
  $duplicateBlocks,
  $insertBeside,
  $kindOf,
  $moveBlocks,
  $stepBlocks,
  $turnBlocks,
} from '#renderer/editor/extensions/block-acts.ts';
import { $blockAt, $rangeOf } from '#renderer/editor/places.ts';
import { change, documentOf, figure, openSheet, paragraph, readSheet } from '../sheet.ts';

const rule: BlockNode = { type: 'horizontal-rule' };
const quote: BlockNode = { type: 'quote', children: [{ type: 'text', text: '引文' }] };
const list: BlockNode = {
  type: 'list',
  ordered: false,
  children: [
    {
      type: 'list-item',
      children: [{ type: 'text', text: '甲' }],
      nested: {
        type: 'list',
        ordered: true,
        children: [{ type: 'list-item', children: [{ type: 'text', text: '子' }] }],
      },
    },
    { type: 'list-item', children: [{ type: 'text', text: '乙' }] },
  ],
};
const marked: BlockNode = {
  type: 'paragraph',
  children: [
    {
      type: 'comment-mark',
      ids: ['018f3c5e-0000-7000-8000-000000000001'],
      children: [{ type: 'text', text: '批注过' }],
    },
  ],
};

/** Runs an act on blocks given by their places. */
function act(editor: LexicalEditor, places: readonly number[], $change: (keys: BlockKeys) => unknown): void {
  change(editor, () => void $change(places.flatMap((place) => $getRoot().getChildAtIndex(place)?.getKey() ?? [])));
}

function caretIn(editor: LexicalEditor, place: number, offset: number): void {
  change(editor, () => {
    const block = $blockAt(place);
    $setSelection(block && $rangeOf(block, offset, offset));
  });
}

/** The place of the caret's block, and the words before it there. */
function caret(editor: LexicalEditor): readonly [number, number] | null {
  return editor.read(() => {
    const selection = $getSelection();
    if (!$isRangeSelection(selection) || !selection.isCollapsed()) return null;
    const top = selection.anchor.getNode().getTopLevelElement();
    return [top?.getIndexWithinParent() ?? -1, selection.anchor.offset] as const;
  });
}

describe('moving', () => {
  const blocks = [paragraph('一'), figure('图', 'a'.repeat(64)), list, rule, quote];

  test('puts any block into any gap, with all that is in it', () => {
    for (let from = 0; from < blocks.length; from += 1) {
      for (let gap = 0; gap <= blocks.length; gap += 1) {
        const editor = openSheet(documentOf(...blocks));
        act(editor, [from], (keys) => $moveBlocks(keys, gap));
        const rest = blocks.filter((_block, place) => place !== from);
        const to = gap > from ? gap - 1 : gap;
        expect(readSheet(editor).children).toEqual([...rest.slice(0, to), blocks[from], ...rest.slice(to)]);
      }
    }
  });

  test('takes several blocks in their order, and steps past one neighbour', () => {
    const editor = openSheet(documentOf(...blocks));
    act(editor, [1, 2], (keys) => $moveBlocks(keys, 5));
    expect(readSheet(editor).children.map(({ type }) => type)).toEqual([
      'paragraph',
      'horizontal-rule',
      'quote',
      'figure',
      'list',
    ]);
    act(editor, [3, 4], (keys) => $stepBlocks(keys, 'up'));
    act(editor, [2, 3], (keys) => $stepBlocks(keys, 'up'));
    act(editor, [0], (keys) => $stepBlocks(keys, 'up'));
    act(editor, [4], (keys) => $stepBlocks(keys, 'down'));
    expect(readSheet(editor).children.map(({ type }) => type)).toEqual([
      'paragraph',
      'figure',
      'list',
      'horizontal-rule',
      'quote',
    ]);
  });

  test('leaves the caret with its words', () => {
    const editor = openSheet(documentOf(paragraph('一二三'), quote));
    caretIn(editor, 0, 2);
    act(editor, [0], (keys) => $moveBlocks(keys, 2));
    expect(caret(editor)).toEqual([1, 2]);
  });
});

describe('turning into another kind', () => {
  test('works for each kind of words, from each; the caret stays where it was', () => {
    const kinds = ['paragraph', 'heading-2', 'heading-3', 'heading-4', 'quote', 'bullet', 'number'] as const;
    const editor = openSheet(documentOf(paragraph('前'), paragraph('一二三'), paragraph('后')));
    caretIn(editor, 1, 2);
    for (const from of kinds) {
      for (const to of kinds) {
        act(editor, [1], (keys) => $turnBlocks(keys, from));
        act(editor, [1], (keys) => $turnBlocks(keys, to));
        expect(editor.read(() => $kindOf($getRoot().getChildrenKeys().slice(1, 2)))).toBe(to);
        expect(caret(editor)).toEqual([1, 2]);
      }
    }
    expect(editor.read(() => $getRoot().getTextContent())).toBe('前\n\n一二三\n\n后');
  });

  test('makes a paragraph of each item of a list, also of nested ones', () => {
    const editor = openSheet(documentOf(list));
    act(editor, [0], (keys) => $turnBlocks(keys, 'paragraph'));
    expect(readSheet(editor).children).toEqual([paragraph('甲'), paragraph('子'), paragraph('乙')]);
  });

  test('turns several blocks at once, and an empty one with the caret in it', () => {
    const editor = openSheet(documentOf(paragraph(''), paragraph('二')));
    change(editor, () => void $getRoot().selectStart());
    act(editor, [0, 1], (keys) => $turnBlocks(keys, 'heading-3'));
    expect(readSheet(editor).children.map(({ type }) => type)).toEqual(['heading', 'heading']);
    expect(caret(editor)?.[0]).toBe(0);
  });

  test('leaves units what they are', () => {
    const editor = openSheet(documentOf(figure('图'), paragraph('二')));
    act(editor, [0, 1], (keys) => $turnBlocks(keys, 'quote'));
    act(editor, [0], (keys) => $turnBlocks(keys, 'quote'));
    expect(readSheet(editor).children).toEqual([figure('图'), paragraph('二')]);
  });
});

describe('copies and removals', () => {
  test('a copy stands right after with the caret in it, and comments stay with the original', () => {
    const editor = openSheet(documentOf(marked, paragraph('二')));
    act(editor, [0], $duplicateBlocks);
    expect(readSheet(editor).children).toEqual([marked, paragraph('批注过'), paragraph('二')]);
    expect(caret(editor)).toEqual([1, 0]);
  });

  test('of figures keep picture, caption and credit', () => {
    const one: BlockNode = { type: 'figure', asset: 'a'.repeat(64), alt: '会场', credit: '张三', children: [] };
    const editor = openSheet(documentOf(one));
    act(editor, [0], $duplicateBlocks);
    expect(readSheet(editor).children).toEqual([one, one]);
  });

  test('deleting elsewhere leaves the caret alone; deleting all leaves a paragraph', () => {
    const editor = openSheet(documentOf(paragraph('一'), list, paragraph('三')));
    caretIn(editor, 2, 1);
    act(editor, [1], $deleteBlocks);
    expect(readSheet(editor).children).toEqual([paragraph('一'), paragraph('三')]);
    expect(caret(editor)).toEqual([1, 1]);
    act(editor, [0, 1], $deleteBlocks);
    expect(readSheet(editor).children).toEqual([paragraph('')]);
    expect(caret(editor)).toEqual([0, 0]);
  });

  test('a new paragraph stands above or below with the caret in it', () => {
    const editor = openSheet(documentOf(rule));
    act(editor, [0], (keys) => $insertBeside(keys, 'before'));
    act(editor, [1], (keys) => $insertBeside(keys, 'after'));
    expect(readSheet(editor).children).toEqual([paragraph(''), rule, paragraph('')]);
    expect(caret(editor)).toEqual([2, 0]);
  });

  test('blocks that are gone are passed over', () => {
    const editor = openSheet(documentOf(paragraph('一'), paragraph('二')));
    const keys = editor.read(() => $getRoot().getChildrenKeys());
    change(editor, () => $getNodeByKey(keys[0] ?? '')?.remove());
    for (const $change of [$duplicateBlocks, $deleteBlocks]) change(editor, () => $change([keys[0] ?? '']));
    change(editor, () => void $moveBlocks([keys[0] ?? ''], 1));
    expect(readSheet(editor).children).toEqual([paragraph('二')]);
  });
});
