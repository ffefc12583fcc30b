import type { LexicalEditor } from 'lexical';
import type { BlockNode, Document, InlineNode } from '#shared/document/schema.ts';
import type { EditHistory } from '#shared/model/edit-history.ts';
import type { SheetEditor } from '#renderer/editor/create-editor.ts';
import { createSheetEditor } from '#renderer/editor/create-editor.ts';
import { $readDocument } from '#renderer/editor/serialize/read-document.ts';

/** A document of these blocks. */
export function documentOf(...children: BlockNode[]): Document {
  return { format: 'gaoqian-document', version: 1, children };
}

function words(text: string): InlineNode[] {
  return text === '' ? [] : [{ type: 'text', text }];
}

export function paragraph(text: string): BlockNode {
  return { type: 'paragraph', children: words(text) };
}

export function figure(caption: string, asset: string | null = null): BlockNode {
  return { type: 'figure', asset, alt: '', credit: '', children: words(caption) };
}

/** The sheet's editor without a page; an error in an update fails the test. */
export function openSheet(document: Document): LexicalEditor {
  return openWithHistory(document).editor;
}

/** The same with its history, which may go on from an earlier one. */
export function openWithHistory(document: Document, stored?: EditHistory): SheetEditor {
  return createSheetEditor(
    document,
    (error) => {
      throw error;
    },
    stored,
  );
}

export function readSheet(editor: LexicalEditor): Document {
  return editor.read($readDocument);
}

/** Runs an update to its end: transforms, then the commit. */
export function change(editor: LexicalEditor, $act: () => void): void {
  editor.update($act, { discrete: true });
}
