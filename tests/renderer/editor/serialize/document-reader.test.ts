import { $createParagraphNode, $createTextNode, $getRoot, $isElementNode } from 'lexical';
import { describe, expect, it } from 'vitest';
import { createDocumentReader, readState } from '#renderer/editor/serialize/document-reader.ts';
import { everyNode } from '#tests/builders/every-node.ts';
import { documentOf, figure, openSheet, paragraph } from '../sheet.ts';

describe('a reader of the edited document', () => {
  it('answers what a reading from nothing would, after any edit', () => {
    const editor = openSheet(everyNode);
    const reader = createDocumentReader(editor);
    const edits: readonly (() => unknown)[] = [
      () => $getRoot().append($createParagraphNode().append($createTextNode('尾'))),
      () => $getRoot().getFirstChildOrThrow().remove(),
      () => $getRoot().getAllTextNodes()[3]?.setTextContent('改'),
      () => $getRoot().getLastChildOrThrow().insertBefore($getRoot().getFirstChildOrThrow()),
      () => $getRoot().clear().append($createParagraphNode()),
    ];
    expect(reader.read()).toEqual(everyNode);
    for (const edit of edits) {
      editor.update(() => void edit(), { discrete: true });
      expect(reader.read()).toEqual(readState(editor, editor.getEditorState()));
    }
  });

  it('gives the very blocks of the last reading where nothing was touched', () => {
    const editor = openSheet(documentOf(paragraph('一'), figure('图'), paragraph('三')));
    const reader = createDocumentReader(editor);
    const before = reader.read().children;
    editor.update(
      () => {
        const last = $getRoot().getLastChildOrThrow();
        if ($isElementNode(last)) last.append($createTextNode('改'));
      },
      { discrete: true },
    );
    const after = reader.read().children;
    expect(after[0]).toBe(before[0]);
    expect(after[1]).toBe(before[1]);
    expect(after[2]).toEqual(paragraph('三改'));
  });

  it('forgets everything when a whole state is set', () => {
    const editor = openSheet(documentOf(paragraph('新')));
    const reader = createDocumentReader(editor);
    const state = editor.getEditorState();
    editor.update(() => void $getRoot().getAllTextNodes()[0]?.setTextContent('旧'), { discrete: true });
    expect(reader.read()).toEqual(documentOf(paragraph('旧')));
    editor.setEditorState(state);
    expect(reader.read()).toEqual(documentOf(paragraph('新')));
  });
});
