import type { LexicalEditor } from 'lexical';
import { mergeRegister } from 'lexical';
import { selectedRange } from '../overlays/selected-range.ts';
import { scrollBox } from './block-gap.ts';
import { $selectedBlocks } from './move-blocks.ts';

/** Where the line that is written stands, by the height of what is seen of the sheet. */
const middle = 0.45;

/**
 * For writing without distraction: marks the block that holds the caret (`data-calm`, for the style sheet to dim the
 * others) and keeps the caret's line in the middle while the keys write and walk. Under a pressed pointer nothing scrolls.
 */
export function registerCalm(editor: LexicalEditor): () => void {
  let marked: HTMLElement | null = null;
  let isPointing = false;
  let frame = 0;
  const mark = (): void => {
    const key = editor.read('latest', () => $selectedBlocks().at(-1)?.getKey());
    const block = key === undefined ? null : editor.getElementByKey(key);
    if (block === marked) return;
    marked?.removeAttribute('data-calm');
    block?.setAttribute('data-calm', '');
    // With the caret nowhere, nothing is less than the rest.
    editor.getRootElement()?.toggleAttribute('data-calm', block !== null);
    marked = block;
  };
  const centre = (): void => {
    const root = editor.getRootElement();
    const range = selectedRange(editor);
    if (root === null || range === null) return;
    range.collapse(false);
    const caret = range.getBoundingClientRect();
    const line = caret.height > 0 ? caret : marked?.getBoundingClientRect();
    const box = scrollBox(root);
    const frameBox = box.getBoundingClientRect();
    if (line) box.scrollTop += line.top - (frameBox.top + frameBox.height * middle);
  };
  const follow = (): void => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => {
      mark();
      // The candidates of an input method stand by the caret: nothing moves under them.
      if (!isPointing && !editor.isComposing()) centre();
    });
  };
  const point = (): void => {
    isPointing = true;
  };
  const type = (): void => {
    isPointing = false;
  };
  window.addEventListener('pointerdown', point, true);
  window.addEventListener('wheel', point, { capture: true, passive: true });
  window.addEventListener('keydown', type, true);
  const stop = mergeRegister(editor.registerUpdateListener(follow));
  follow();
  return () => {
    stop();
    cancelAnimationFrame(frame);
    window.removeEventListener('pointerdown', point, true);
    window.removeEventListener('wheel', point, { capture: true });
    window.removeEventListener('keydown', type, true);
    marked?.removeAttribute('data-calm');
    editor.getRootElement()?.removeAttribute('data-calm');
  };
}
