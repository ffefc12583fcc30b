import { getExtensionDependencyFromEditor } from '@lexical/extension';
import { HeadingAnnounceExtension } from '@lexical/rich-text';
import type { LexicalEditor } from 'lexical';
import type { EditorText } from '../use-editor-text.ts';

/** What a screen reader is told when a block becomes a heading or ceases to be one: Lexical says it in English unless told otherwise. */
export function sayHeadings(editor: LexicalEditor, text: EditorText): void {
  const { created, destroyed } = getExtensionDependencyFromEditor(editor, HeadingAnnounceExtension).output;
  created.value = text('headingSaid');
  destroyed.value = text('headingGoneSaid');
}
