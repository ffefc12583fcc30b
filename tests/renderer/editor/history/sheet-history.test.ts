import * as fc from 'fast-check';
import type { LexicalEditor } from 'lexical';
import {
  $createTextNode,
  $getRoot,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  $isTextNode,
  HISTORY_MERGE_TAG,
  HISTORY_PUSH_TAG,
  REDO_COMMAND,
  SKIP_DOM_SELECTION_TAG,
  UNDO_COMMAND,
} from 'lexical';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { applyDocument } from '#renderer/editor/history/apply-document.ts';
import { renameAsset } from '#renderer/editor/history/rename-asset.ts';
import { $restoreSelection } from '#renderer/editor/history/stored-selection.ts';
import { $isFigureNode } from '#renderer/editor/nodes/FigureNode.ts';
import { pendingAsset } from '#shared/document/pending-asset.ts';
import type { Document } from '#shared/document/schema.ts';
import { blockText } from '#shared/document/walk.ts';
import { applyStep, invertStep } from '#shared/model/edit-steps.ts';
import { arbitraryDocument } from '#tests/builders/arbitrary-document.ts';
import { contentOf } from '#tests/builders/content.ts';
import { change, documentOf, figure, openWithHistory, paragraph, readSheet } from '../sheet.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance'] });
  return () => void vi.useRealTimers();
});

const wait = (milliseconds: number): void => void vi.advanceTimersByTime(milliseconds);
const caret = (block: number, offset: number) =>
  ({ kind: 'words', anchor: { block, offset }, focus: { block, offset } }) as const;

/** Types character by character where the caret is, a tenth of a second each. */
function type(editor: LexicalEditor, words: string): void {
  for (const character of words) {
    wait(100);
    change(editor, () => {
      const selection = $getSelection();
      if ($isRangeSelection(selection)) selection.insertText(character);
    });
  }
}

function erase(editor: LexicalEditor, count: number): void {
  for (let index = 0; index < count; index += 1) {
    wait(100);
    change(editor, () => {
      const node = $getRoot().getAllTextNodes().at(-1);
      if (!$isTextNode(node)) return;
      const size = node.getTextContentSize();
      node.spliceText(size - 1, 1, '', true);
    });
  }
}

const undo = (editor: LexicalEditor): void => void editor.dispatchCommand(UNDO_COMMAND, undefined);
const redo = (editor: LexicalEditor): void => void editor.dispatchCommand(REDO_COMMAND, undefined);
const words = (editor: LexicalEditor): string => readSheet(editor).children.map(blockText).join('|');

/** What each undo leaves, down to the beginning. */
function downToTheBeginning(editor: LexicalEditor): string[] {
  const states: string[] = [];
  for (let before = ''; before !== words(editor);) {
    before = words(editor);
    undo(editor);
    if (words(editor) !== before) states.push(words(editor));
  }
  return states;
}

function openAt(document: Document, block: number, offset: number) {
  const sheet = openWithHistory(document);
  change(sheet.editor, () => $restoreSelection(caret(block, offset)));
  return sheet;
}

describe('a step', () => {
  test('holds a phrase: it ends with a sentence, whose closing quote still belongs to it', () => {
    const { editor } = openAt(documentOf(paragraph('')), 0, 0);
    type(editor, '他说：“好！”大家鼓掌。散会');
    expect(downToTheBeginning(editor)).toEqual(['他说：“好！”大家鼓掌。', '他说：“好！”', '']);
  });

  test('ends with a pause', () => {
    const { editor } = openAt(documentOf(paragraph('')), 0, 0);
    type(editor, '住建局');
    wait(800);
    type(editor, '今天');
    expect(downToTheBeginning(editor)).toEqual(['住建局', '']);
  });

  test('ends where the caret goes elsewhere, in the same block too', () => {
    const { editor } = openAt(documentOf(paragraph('甲乙'), paragraph('')), 0, 1);
    type(editor, '一二');
    change(editor, () => $restoreSelection(caret(0, 0)));
    type(editor, '三');
    change(editor, () => $restoreSelection(caret(1, 0)));
    type(editor, '四');
    expect(downToTheBeginning(editor)).toEqual(['三甲一二乙|', '甲一二乙|', '甲乙|']);
  });

  test('ends where inserting becomes deleting', () => {
    const { editor } = openAt(documentOf(paragraph('')), 0, 0);
    type(editor, '住建据');
    erase(editor, 2);
    type(editor, '设局');
    expect(downToTheBeginning(editor)).toEqual(['住', '住建据', '']);
  });

  test('is never longer than about thirty characters, and does not cut a Latin word', () => {
    const { editor } = openAt(documentOf(paragraph('')), 0, 0);
    type(editor, '一'.repeat(28) + 'Windows' + '二'.repeat(10));
    expect(downToTheBeginning(editor)).toEqual(['一'.repeat(28) + 'Windows', '']);
  });

  test('of its own is what is tagged as such, and what is tagged to join joins', () => {
    const { editor } = openAt(documentOf(figure('图')), 0, 1);
    const credit = (words: string, tag: string): void => {
      editor.update(
        () => {
          const node = $getRoot().getFirstChild();
          if ($isFigureNode(node)) node.setAttributes({ credit: words });
        },
        { discrete: true, tag: [tag, SKIP_DOM_SELECTION_TAG] },
      );
    };
    type(editor, '一');
    credit('张', HISTORY_PUSH_TAG);
    wait(5000);
    credit('张三', HISTORY_MERGE_TAG);
    undo(editor);
    expect(readSheet(editor)).toEqual(documentOf(figure('图一')));
    redo(editor);
    expect(readSheet(editor)).toMatchObject({ children: [{ credit: '张三' }] });
  });

  test('is nothing when nothing became different', () => {
    const { editor, history } = openWithHistory(documentOf(paragraph('甲')));
    change(editor, () => $getRoot().getFirstChildOrThrow().markDirty());
    expect(history.read().undo).toEqual([]);
  });

  test('done after others were taken back makes those gone; what changes nothing leaves them', () => {
    const { editor, history } = openAt(documentOf(paragraph('')), 0, 0);
    type(editor, '一');
    undo(editor);
    change(editor, () => $getRoot().getFirstChildOrThrow().markDirty());
    expect(history.read().redo).toHaveLength(1);
    type(editor, '二');
    expect(history.read().redo).toEqual([]);
    redo(editor);
    expect(words(editor)).toBe('二');
  });
});

describe('the caret', () => {
  test('goes back to where it was, and on again', () => {
    const { editor, history } = openAt(documentOf(paragraph('甲乙'), paragraph('丙')), 0, 1);
    type(editor, '一二');
    change(editor, () => $restoreSelection(caret(1, 1)));
    undo(editor);
    type(editor, '三');
    expect(words(editor)).toBe('甲三乙|丙');
    expect(history.read().undo.at(-1)).toMatchObject({ selectionBefore: caret(0, 1), selectionAfter: caret(0, 2) });
  });
});

describe('metadata', () => {
  test('share the one history with the text, in order', () => {
    const { editor, history } = openAt(documentOf(paragraph('')), 0, 0);
    const returned: object[] = [];
    history.connect(({ fields, alone }) => returned.push({ ...fields, alone }));
    history.recordMetadata({ before: { headline: '' }, after: { headline: '标' } });
    wait(100);
    history.recordMetadata({ before: { headline: '标' }, after: { headline: '标题' } });
    type(editor, '正文');
    history.recordMetadata({ before: { authors: [] }, after: { authors: ['张三'] } });
    undo(editor);
    expect(returned).toEqual([{ authors: [], alone: true }]);
    undo(editor);
    expect(words(editor)).toBe('');
    undo(editor);
    expect(returned.at(-1)).toEqual({ headline: '', alone: true });
    redo(editor);
    expect(returned.at(-1)).toEqual({ headline: '标题', alone: true });
    redo(editor);
    expect(words(editor)).toBe('正文');
  });

  test('that came in at once are a step of their own, however quickly they follow what was typed', () => {
    const { editor, history } = openAt(documentOf(paragraph('甲')), 0, 0);
    const returned: object[] = [];
    history.connect((back) => returned.push(back.fields));
    history.recordMetadata({ before: { headline: '' }, after: { headline: '标' } });
    history.recordMetadata({ before: { headline: '标' }, after: { headline: '标题' } }, 'alone');
    history.recordMetadata({ before: { headline: '标题' }, after: { headline: '标题一' } });
    undo(editor);
    undo(editor);
    undo(editor);
    expect(returned).toEqual([{ headline: '标题' }, { headline: '标' }, { headline: '' }]);
  });

  test('and text that one act changed are one step', () => {
    const { editor, history } = openAt(documentOf(paragraph('甲')), 0, 0);
    const returned: object[] = [];
    history.connect((back) => returned.push(back));
    applyDocument(editor, documentOf(paragraph('乙')));
    history.recordMetadata({ before: { headline: '甲' }, after: { headline: '乙' } }, 'joins');
    undo(editor);
    expect(words(editor)).toBe('甲');
    expect(returned).toEqual([{ fields: { headline: '甲' }, alone: false }]);
  });
});

describe('a picture that gets its real name', () => {
  const name = pendingAsset(new Uint8Array(12).fill(7));
  const real = 'a'.repeat(64);

  test('has had it all along: no step of its own, undo and redo know nothing else', () => {
    const { editor, history } = openWithHistory(documentOf(paragraph('前文')));
    applyDocument(editor, documentOf(paragraph('前文'), figure('', name)));
    change(editor, () => $restoreSelection(caret(1, 0)));
    type(editor, '会议');
    renameAsset(editor, history, name, real);
    expect(readSheet(editor)).toEqual(documentOf(paragraph('前文'), figure('会议', real)));
    undo(editor);
    expect(readSheet(editor)).toEqual(documentOf(paragraph('前文'), figure('', real)));
    undo(editor);
    expect(readSheet(editor)).toEqual(documentOf(paragraph('前文')));
    redo(editor);
    redo(editor);
    expect(readSheet(editor)).toEqual(documentOf(paragraph('前文'), figure('会议', real)));
    expect(JSON.stringify(history.read())).not.toContain(name);
  });

  test('gets it also while undo has taken it from the sheet', () => {
    const { editor, history } = openWithHistory(documentOf(paragraph('前文')));
    applyDocument(editor, documentOf(paragraph('前文'), figure('', name)));
    undo(editor);
    renameAsset(editor, history, name, real);
    expect(readSheet(editor)).toEqual(documentOf(paragraph('前文')));
    redo(editor);
    expect(readSheet(editor)).toEqual(documentOf(paragraph('前文'), figure('', real)));
  });

  test('leaves no step behind that changes nothing any more', () => {
    const { editor, history } = openWithHistory(documentOf(figure('', real)));
    applyDocument(editor, documentOf(figure('', name)));
    renameAsset(editor, history, name, real);
    expect(history.read().undo).toEqual([]);
  });
});

describe('a stored history', () => {
  test('goes on in another editor as if nothing had happened', () => {
    const first = openAt(documentOf(paragraph('')), 0, 0);
    type(first.editor, '甲。乙。丙。');
    undo(first.editor);
    const stored = JSON.parse(JSON.stringify(first.history.read()));
    const second = openWithHistory(readSheet(first.editor), stored);
    redo(second.editor);
    expect(words(second.editor)).toBe('甲。乙。丙。');
    expect(downToTheBeginning(second.editor)).toEqual(['甲。乙。', '甲。', '']);
  });

  test('that does not fit the document is dropped, and the document stays', () => {
    const first = openAt(documentOf(paragraph('')), 0, 0);
    type(first.editor, '甲');
    const second = openWithHistory(documentOf(paragraph('别的')), first.history.read());
    expect(() => undo(second.editor)).toThrow('does not fit');
    expect(words(second.editor)).toBe('别的');
    expect(second.history.read()).toEqual({ undo: [], redo: [] });
  });

  test('keeps the last two hundred steps', () => {
    const { editor, history } = openAt(documentOf(paragraph('')), 0, 0);
    for (let index = 0; index < 230; index += 1) type(editor, '。');
    expect(history.read().undo).toHaveLength(1);
    for (let index = 0; index < 230; index += 1) type(editor, '字。');
    expect(history.read().undo).toHaveLength(200);
  });
});

test('everything is undone and done again exactly, whatever was edited', () => {
  const edit = fc.oneof(
    fc.record({ kind: fc.constant('apply' as const), document: arbitraryDocument }),
    fc.record({
      kind: fc.constant('type' as const),
      block: fc.nat(5),
      offset: fc.nat(9),
      words: fc.string({ minLength: 1, maxLength: 5 }),
    }),
    fc.record({ kind: fc.constant('split' as const), block: fc.nat(5), offset: fc.nat(9) }),
    fc.record({ kind: fc.constant('move' as const), block: fc.nat(5), to: fc.nat(5) }),
    fc.record({ kind: fc.constant('remove' as const), block: fc.nat(5) }),
    fc.record({ kind: fc.constant('append' as const), block: fc.nat(5) }),
    fc.record({ kind: fc.constant('undo' as const) }),
    fc.record({ kind: fc.constant('wait' as const) }),
  );
  fc.assert(
    fc.property(arbitraryDocument, fc.array(edit, { minLength: 1, maxLength: 12 }), (document, edits) => {
      const { editor, history } = openWithHistory(document);
      for (const one of edits) {
        if (one.kind === 'wait') wait(1000);
        else if (one.kind === 'undo') undo(editor);
        else if (one.kind === 'apply') applyDocument(editor, one.document);
        else
          change(editor, () => {
            const root = $getRoot();
            const node = root.getChildAtIndex(one.block);
            if (node === null) return;
            if (one.kind === 'remove') node.remove();
            else if (one.kind === 'move' && one.to !== one.block) root.getChildAtIndex(one.to)?.insertBefore(node);
            else if (one.kind === 'move') return;
            else if (one.kind === 'append') {
              if ($isElementNode(node) && !$isFigureNode(node)) node.append($createTextNode('尾'));
            } else {
              $restoreSelection(caret(one.block, one.offset));
              const selection = $getSelection();
              if (!$isRangeSelection(selection)) return;
              if (one.kind === 'type') selection.insertText(one.words);
              else selection.insertParagraph();
            }
          });
      }
      const edited = readSheet(editor);
      const { undo: steps } = history.read();
      // The steps alone, without an editor, say the same.
      const content = { ...contentOf('', []), document: edited };
      const back = steps.reduceRight((now, step) => applyStep(now, invertStep(step)), content);
      for (let index = 0; index < steps.length; index += 1) undo(editor);
      const begun = readSheet(editor);
      expect(begun.children).toEqual(back.document.children);
      expect(history.read().undo).toEqual([]);
      for (let index = 0; index < steps.length; index += 1) redo(editor);
      expect(readSheet(editor)).toEqual(edited);
      // Tidying an untouched block is part of the first step that touched it, so the beginning is the document itself.
      expect(begun).toEqual(document);
    }),
    { numRuns: 100, seed: 20261128 },
  );
});
