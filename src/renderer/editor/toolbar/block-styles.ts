import type { EditorWords } from '#renderer/i18n/editor.ts';
import type { BlockKind } from '../document-editor-props.ts';

/** The kinds of blocks of words with their names, in the order in which they are offered. */
export const blockStyles: readonly { readonly block: BlockKind; readonly words: keyof EditorWords }[] = [
  { block: 'paragraph', words: 'paragraph' },
  { block: 'heading-2', words: 'heading2' },
  { block: 'heading-3', words: 'heading3' },
  { block: 'heading-4', words: 'heading4' },
  { block: 'quote', words: 'quote' },
  { block: 'bullet', words: 'bulletList' },
  { block: 'number', words: 'numberList' },
];
