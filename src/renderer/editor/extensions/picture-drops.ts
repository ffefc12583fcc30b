import type { LexicalEditor, NodeKey } from 'lexical';
import { $getRoot, HISTORY_PUSH_TAG } from 'lexical';
import { bringsFolder } from '../paste/brings-folder.ts';
import { nearestGap, placeAtHeight, scrollBox } from './block-gap.ts';
import { $captionOf, $enterBlock } from './block-units.ts';
import type { Hints } from './hints.ts';
import { $figuresOf } from './insert-blocks.ts';
import { offerGroup } from './offer-group.ts';

export interface PictureDropOptions {
  /** Begins to take pictures in; answers the names under which they stand. */
  readonly begin: (files: readonly File[]) => readonly string[];
  readonly hints: Hints;
  /** The line that shows where dropped pictures will stand; a child of the sheet's own box. */
  readonly line: () => HTMLElement | null;
}

/** Whether a drag brings files and no words. What the files are is told only when they are dropped. */
export function bringsFiles(data: DataTransfer | null): data is DataTransfer {
  return data !== null && data.types.includes('Files') && !data.types.includes('text/plain');
}

/**
 * Pictures dropped on the sheet go between its blocks, also when they are dropped beside the text: a line shows the
 * nearest gap. What is dropped on a figure itself is the figure's (`node-views/FigurePictures.tsx`); React stops such an
 * event before it gets to the document, where this listens.
 */
export function registerPictureDrops(editor: LexicalEditor, options: PictureDropOptions): () => void {
  const hide = (): void => options.line()?.removeAttribute('data-shown');
  const gapOf = (event: DragEvent) => {
    const root = editor.getRootElement();
    const isHere = root !== null && event.target instanceof Node && scrollBox(root).contains(event.target);
    if (!isHere || !editor.isEditable() || !bringsFiles(event.dataTransfer)) return null;
    return nearestGap(root, event.clientY);
  };
  const over = (event: DragEvent): void => {
    const gap = gapOf(event);
    const line = options.line();
    if (gap === null || line === null) return;
    event.preventDefault();
    placeAtHeight(line, gap.y);
    line.setAttribute('data-shown', '');
  };
  const drop = (event: DragEvent): void => {
    hide();
    const gap = gapOf(event);
    // The window goes through a folder, and puts its pictures where the caret is.
    if (gap === null || !event.dataTransfer || bringsFolder(event.dataTransfer)) return;
    event.preventDefault();
    insertAt(editor, gap.index, options.begin([...event.dataTransfer.files]), options.hints);
  };
  const listeners = [
    ['dragover', hide, true],
    ['dragover', over, false],
    ['drop', hide, true],
    ['drop', drop, false],
    ['dragend', hide, true],
    ['dragleave', hide, true],
  ] as const;
  for (const [name, listener, isCapture] of listeners) document.addEventListener(name, listener, isCapture);
  return () => {
    for (const [name, listener, isCapture] of listeners) document.removeEventListener(name, listener, isCapture);
  };
}

function insertAt(editor: LexicalEditor, index: number, assets: readonly string[], hints: Hints): void {
  if (assets.length === 0) return;
  let first: NodeKey | undefined;
  editor.update(
    () => {
      const figures = $figuresOf(assets);
      $getRoot().splice(index, 0, figures);
      first = figures[0]?.getKey();
      const caption = figures[0] && $captionOf(figures[0]);
      if (caption) $enterBlock(caption, 'start');
    },
    { discrete: true, tag: HISTORY_PUSH_TAG },
  );
  if (first !== undefined) offerGroup(editor, hints, first, assets.length);
}
