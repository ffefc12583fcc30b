import type { LexicalEditor } from 'lexical';
import type { ReactElement } from 'react';
import type { WritingOptions } from '../document-editor-props.ts';
import type { SelectionStore } from '../extensions/selection-store.ts';
import { BlockHandle } from './BlockHandle.tsx';
import { FloatingToolbar } from './FloatingToolbar.tsx';
import { Links } from './Links.tsx';
import { Punctuation } from './PunctuationChip.tsx';
import { QuickInsert } from './QuickInsertMenu.tsx';
import './overlays.css';

interface SheetOverlaysProps {
  readonly editor: LexicalEditor;
  readonly selections: SelectionStore;
  readonly readOnly: boolean;
  readonly options: WritingOptions;
  /** The line that shows where dragged things will stand. */
  readonly dropLine: () => HTMLElement | null;
}

/** What floats over the sheet while it is written. None of it takes the focus from the words unasked. */
export function SheetOverlays({ editor, selections, readOnly, options, dropLine }: SheetOverlaysProps): ReactElement {
  return (
    <>
      <Links editor={editor} readOnly={readOnly} options={options} />
      {!readOnly && <WritingHelps editor={editor} selections={selections} options={options} dropLine={dropLine} />}
    </>
  );
}

function WritingHelps({ editor, selections, options, dropLine }: Omit<SheetOverlaysProps, 'readOnly'>): ReactElement {
  return (
    <>
      <FloatingToolbar editor={editor} selections={selections} options={options} />
      <Punctuation editor={editor} mode={options.typedPunctuation ?? 'offer'} />
      <QuickInsert options={options} />
      <BlockHandle line={dropLine} />
    </>
  );
}
