import * as fc from 'fast-check';
import { $getRoot, $getSelection, $isRangeSelection, UNDO_COMMAND } from 'lexical';
import { describe, expect, test } from 'vitest';
import { applyDocument } from '#renderer/editor/history/apply-document.ts';
import { carrySelection } from '#renderer/editor/history/carry-selection.ts';
import { $readSelection, $restoreSelection } from '#renderer/editor/history/stored-selection.ts';
import { diffBlocks } from '#shared/document/block-splice.ts';
import { runsOf } from '#shared/document/runs.ts';
import type { BlockNode, InlineNode, TextFormat } from '#shared/document/schema.ts';
import { blockText } from '#shared/document/walk.ts';
import { arbitraryDocument } from '#tests/builders/arbitrary-document.ts';
import { change, documentOf, figure, openSheet, paragraph, readSheet } from '../sheet.ts';

const caret = (block: number, offset: number) =>
  ({ kind: 'words', anchor: { block, offset }, focus: { block, offset } }) as const;

const text = (words: string, ...formats: TextFormat[]): InlineNode =>
  formats.length > 0 ? { type: 'text', text: words, formats } : { type: 'text', text: words };

describe('a document that is applied', () => {
  test('stands exactly, whatever stood there before', () => {
    fc.assert(
      fc.property(arbitraryDocument, arbitraryDocument, (before, after) => {
        const editor = openSheet(before);
        applyDocument(editor, after);
        expect(readSheet(editor)).toEqual(after);
      }),
      { seed: 20261128 },
    );
  });

  test('is one undo step', async () => {
    const before = documentOf(paragraph('甲'), figure('图'), paragraph('乙'));
    const editor = openSheet(before);
    expect(applyDocument(editor, documentOf(paragraph('甲一'), figure('图'), paragraph('乙二'), paragraph('丙')))).toBe(
      2,
    );
    editor.dispatchCommand(UNDO_COMMAND, undefined);
    await Promise.resolve();
    expect(readSheet(editor)).toEqual(before);
  });

  test('keeps the nodes of blocks that stay, of figures also when their words change', () => {
    const editor = openSheet(documentOf(paragraph('甲'), figure('图', 'a'.repeat(64)), paragraph('乙')));
    const keys = editor.read(() => $getRoot().getChildrenKeys());
    applyDocument(editor, documentOf(figure('图一', 'a'.repeat(64)), paragraph('乙'), paragraph('丙')));
    const after = editor.read(() => $getRoot().getChildrenKeys());
    expect(after.slice(0, 2)).toEqual(keys.slice(1));
    applyDocument(editor, documentOf(figure('图一', 'b'.repeat(64)), paragraph('乙'), paragraph('丙')));
    expect(editor.read(() => $getRoot().getChildrenKeys())).toEqual(after);
  });

  test('keeps the nodes of words that stay or only read otherwise, also in tables: the page lays out a line, no block', () => {
    const textOf = (middle: InlineNode): BlockNode[] => {
      const children = [text('市住建局'), middle, { type: 'to-confirm', text: '人数' } as const];
      const cell = { type: 'table-cell', children } as const;
      return [
        { type: 'paragraph', children },
        { type: 'table', children: [{ type: 'table-row', children: [{ ...cell, children: [...children] }] }] },
      ];
    };
    const editor = openSheet(documentOf(...textOf(text('通报', 'bold'))));
    const keys = (): readonly string[] =>
      editor.read(() =>
        $getRoot()
          .getAllTextNodes()
          .map((node) => node.getKey()),
      );
    const before = keys();
    const reads = documentOf(...textOf(text('表扬', 'bold')));
    applyDocument(editor, reads);
    expect(readSheet(editor)).toEqual(reads);
    expect(keys()).toEqual(before);
    const looks = documentOf(...textOf(text('表扬', 'italic')));
    applyDocument(editor, looks);
    expect(readSheet(editor)).toEqual(looks);
    expect(keys().map((key, index) => key === before[index])).toEqual([true, false, true, true, false, true]);
  });

  test('that is what stands already changes nothing', () => {
    const document = documentOf(paragraph('甲'));
    const editor = openSheet(document);
    const state = editor.getEditorState();
    expect(applyDocument(editor, document)).toBe(0);
    expect(editor.getEditorState()).toBe(state);
  });

  test('leaves the caret with its words', () => {
    const editor = openSheet(documentOf(paragraph('甲'), paragraph('住房和建设局发布')));
    change(editor, () => $restoreSelection(caret(1, 6)));
    applyDocument(editor, documentOf(paragraph('新'), paragraph('甲'), paragraph('住房和城乡建设局发布')));
    expect(editor.read($readSelection)).toEqual(caret(2, 8));
  });

  test('leaves the caret at what follows when its block is gone', () => {
    const before = [paragraph('甲'), paragraph('乙'), paragraph('丙')];
    expect(carrySelection(caret(1, 1), diffBlocks(before, [paragraph('甲'), paragraph('丙')]))).toEqual(caret(1, 0));
  });
});

/** How many places a caret can have in the words of a block. */
function placesOf(block: BlockNode): number {
  return runsOf(block).length === 0 ? 0 : blockText(block).length + 1;
}

describe('a selection', () => {
  test('is stored and restored at every offset, in empty blocks and items too', () => {
    fc.assert(
      fc.property(arbitraryDocument, (document) => {
        const editor = openSheet(document);
        for (const [block, node] of document.children.entries()) {
          for (let offset = 0; offset < placesOf(node); offset += 1) {
            change(editor, () => $restoreSelection(caret(block, offset)));
            expect(editor.read($readSelection)).toEqual(caret(block, offset));
          }
        }
      }),
      { numRuns: 40, seed: 20261128 },
    );
  });

  test('of whole blocks is kept as such', () => {
    const editor = openSheet(documentOf(paragraph('甲'), figure('图')));
    change(editor, () => $restoreSelection({ kind: 'units', blocks: [1] }));
    expect(editor.read($readSelection)).toEqual({ kind: 'units', blocks: [1] });
    change(editor, () => $restoreSelection({ kind: 'units', blocks: [0] }));
    expect(editor.read(() => $isRangeSelection($getSelection()))).toBe(true);
  });
});
