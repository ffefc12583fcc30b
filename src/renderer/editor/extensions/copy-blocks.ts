import type { CaptionMarks } from '#shared/document/caption-text.ts';
import type { BlockNode } from '#shared/document/schema.ts';
import { writeTransfer } from '../paste/write-transfer.ts';

/**
 * Puts blocks on the clipboard without touching the selection, by a copy event of our own: the clipboard's newer interface
 * takes no type of the house. Call it in a press or a key of the person. False where the browser refused.
 */
export function copyBlocks(blocks: readonly BlockNode[], marks: CaptionMarks): boolean {
  const copy = (event: ClipboardEvent): void => {
    event.preventDefault();
    event.stopImmediatePropagation();
    if (event.clipboardData) writeTransfer(event.clipboardData, blocks, marks);
  };
  // With nothing selected the browser copies only where somebody has spoken up before.
  window.addEventListener('beforecopy', allow, true);
  window.addEventListener('copy', copy, true);
  try {
    return document.execCommand('copy');
  } finally {
    window.removeEventListener('beforecopy', allow, true);
    window.removeEventListener('copy', copy, true);
  }
}

/** Says that there is something to copy. */
function allow(event: Event): void {
  event.preventDefault();
}
