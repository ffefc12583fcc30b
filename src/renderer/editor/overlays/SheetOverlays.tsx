import type { LexicalEditor } from 'lexical';
import type { ReactElement } from 'react';
import type { WritingOptions } from '../document-editor-props.ts';
import { Punctuation } from './PunctuationChip.tsx';
import './overlays.css';

interface SheetOverlaysProps {
  readonly editor: LexicalEditor;
  readonly readOnly: boolean;
  readonly options: WritingOptions;
}

/** What floats over the sheet while it is written. None of it takes the focus from the words unasked. */
export function SheetOverlays({ editor, readOnly, options }: SheetOverlaysProps): ReactElement | null {
  if (readOnly) return null;
  return <Punctuation editor={editor} mode={options.typedPunctuation ?? 'offer'} />;
}
