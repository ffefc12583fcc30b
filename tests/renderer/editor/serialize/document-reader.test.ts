import { $createParagraphNode, $createTextNode, $getRoot, $isElementNode } from 'lexical';
import { describe, expect, it } from 'vitest';
import { createDocumentReader } from '#renderer/editor/serialize/document-reader.ts';
import { $readDocument } from '#renderer/editor/serialize/read-document.ts';
import { everyNode } from '#tests/builders/every-node.ts';
import { change, documentOf, figure, openSheet, openWithHistory, paragraph } from '../sheet.ts';

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
      expect(reader.read()).toEqual(editor.getEditorState().read($readDocument, { editor }));
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

  it('gives the very blocks that were written until they are touched', () => {
    const written = documentOf(paragraph('一'), figure('图'), paragraph('三'));
    const { editor, reader } = openWithHistory(written);
    change(editor, () => $getRoot().getAllTextNodes()[0]?.setTextContent('改'));
    const [first, ...rest] = reader.read().children;
    expect(first).toEqual(paragraph('改'));
    expect(rest).toEqual(written.children.slice(1));
    rest.forEach((block, at) => expect(block).toBe(written.children[at + 1]));
  });

  it('reads an empty document as the paragraph that stands for it', () => {
    expect(openWithHistory(documentOf()).reader.read()).toEqual(documentOf(paragraph('')));
  });

  it('reads blocks as an older state has them, and those of the present as `read` does', () => {
    const { editor, reader } = openWithHistory(documentOf(paragraph('一'), paragraph('二')));
    const before = editor.getEditorState();
    const keys = before.read(() => $getRoot().getChildrenKeys());
    change(editor, () => $getRoot().getAllTextNodes()[0]?.setTextContent('改'));
    expect(reader.readBlocks(before, keys)).toEqual([paragraph('一'), paragraph('二')]);
    const now = reader.readBlocks(editor.getEditorState(), keys);
    expect(now).toEqual([paragraph('改'), paragraph('二')]);
    expect(reader.read().children[0]).toBe(now[0]);
  });

  it('reads a marked state however much was written since, and gives the very blocks that were not', () => {
    const { editor, reader } = openWithHistory(documentOf(paragraph('一'), paragraph('二'), paragraph('三')));
    change(editor, () => $getRoot().getAllTextNodes()[0]?.setTextContent('改'));
    reader.mark();
    const marked = reader.read();
    change(editor, () => $getRoot().getAllTextNodes()[1]?.setTextContent('w'));
    change(editor, () => void $getRoot().getFirstChildOrThrow().insertBefore($createParagraphNode()));
    reader.readBlocks(
      editor.getEditorState(),
      editor.read('latest', () => $getRoot().getChildrenKeys()),
    );
    const read = reader.readMarked();
    expect(read).toEqual(documentOf(paragraph('改'), paragraph('二'), paragraph('三')));
    expect(read.children[2]).toBe(marked.children[2]);
    expect(reader.read().children).toHaveLength(4);
    expect(reader.read().children[2]).toEqual(paragraph('w'));
    editor.setEditorState(openSheet(documentOf(paragraph('别'))).getEditorState());
    expect(reader.readMarked()).toEqual(read);
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
