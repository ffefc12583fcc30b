import { $createRangeSelection, $getRoot } from 'lexical';
import { expect, test } from 'vitest';
import { $readBlocks } from '#renderer/editor/serialize/read-document.ts';
import { change, documentOf, openSheet, paragraph, readSheet } from '../sheet.ts';

test('reading what a selection covers, as a copy does, leaves the words that it does not cover', () => {
  const document = documentOf(paragraph('天地玄黄'), paragraph('宇宙洪荒'));
  const editor = openSheet(document);
  change(editor, () => {
    const [first, last] = $getRoot().getAllTextNodes();
    if (!first || !last) throw new Error('no words');
    const selection = $createRangeSelection();
    selection.anchor.set(first.getKey(), 2, 'text');
    selection.focus.set(last.getKey(), 1, 'text');
    expect($readBlocks($getRoot().getChildren(), selection)).toEqual([paragraph('玄黄'), paragraph('宇')]);
  });
  expect(readSheet(editor)).toEqual(document);
});
