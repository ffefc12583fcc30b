import { $isTableNode, TableNode } from '@lexical/table';
import type { LexicalEditor } from 'lexical';
import { $getRoot, mergeRegister } from 'lexical';
import type { EditorText } from '../use-editor-text.ts';
import { $cellsOf } from '../nodes/table-place.ts';

/** Names are given after a rest of this length (ms): no key waits for them. */
const rest = 300;
/** More of a table's first row is no name any more. */
const longest = 40;

/** Gives each table an accessible name: its number and the words of its first row. */
export function nameTables(editor: LexicalEditor, text: EditorText): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const giveLater = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => giveNames(editor, text), rest);
  };
  return mergeRegister(
    // Tables that come and go.
    editor.registerMutationListener(TableNode, giveLater, { skipInitialization: false }),
    // Words in their cells, which are no change of the table's own.
    editor.registerUpdateListener(({ dirtyElements, editorState }) => {
      if ([...dirtyElements.keys()].some((key) => $isTableNode(editorState._nodeMap.get(key)))) giveLater();
    }),
    () => clearTimeout(timer),
  );
}

function giveNames(editor: LexicalEditor, text: EditorText): void {
  const tables = editor.read('latest', () => $getRoot().getChildren().filter($isTableNode).map($firstRow));
  for (const [index, { key, words }] of tables.entries()) {
    const number = index + 1;
    const name = words === '' ? text('tableNumber', { number }) : text('tableNamed', { number, words });
    editor.getElementByKey(key)?.querySelector('table')?.setAttribute('aria-label', name);
  }
}

function $firstRow(table: TableNode): { readonly key: string; readonly words: string } {
  const [first] = $cellsOf(table);
  const cells = first?.getParent()?.getChildren() ?? [];
  const words = cells.map((cell) => cell.getTextContent().replaceAll(/\s+/gu, ' ').trim()).filter((one) => one !== '');
  const joined = Array.from(words.join(' '));
  return { key: table.getKey(), words: joined.slice(0, longest).join('') + (joined.length > longest ? '…' : '') };
}
