import { $createTextNode, $getRoot, $isElementNode, HISTORY_PUSH_TAG, REDO_COMMAND, UNDO_COMMAND } from 'lexical';
import type { LexicalCommand, LexicalEditor } from 'lexical';
import { expect, test } from 'vitest';
import { documentOf, figure, openSheet, paragraph, readSheet } from './sheet.ts';

/** One undo step: a character at the end of the last block. */
function step(editor: LexicalEditor, character: string): void {
  editor.update(
    () => {
      const last = $getRoot().getLastChild();
      if ($isElementNode(last)) last.append($createTextNode(character));
    },
    { discrete: true, tag: HISTORY_PUSH_TAG },
  );
}

/** A key press: each is a task of its own, after which the editor has committed. */
async function press(editor: LexicalEditor, command: LexicalCommand<void>): Promise<void> {
  editor.dispatchCommand(command, undefined);
  await Promise.resolve();
}

test('a hundred steps are undone and done again exactly, and none before the document was opened', async () => {
  const document = documentOf(figure('图'), paragraph('文'));
  const editor = openSheet(document);
  for (let index = 0; index < 100; index += 1) step(editor, '字');
  const edited = readSheet(editor);
  expect(edited).toEqual(documentOf(figure('图'), paragraph(`文${'字'.repeat(100)}`)));
  for (let index = 0; index < 101; index += 1) await press(editor, UNDO_COMMAND);
  expect(readSheet(editor)).toEqual(document);
  for (let index = 0; index < 101; index += 1) await press(editor, REDO_COMMAND);
  expect(readSheet(editor)).toEqual(edited);
});
