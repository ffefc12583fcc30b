import type { DragEvent } from 'react';
import type { PictureAttributes } from '../nodes/FigureNode.ts';
import { mostPictures } from '../nodes/FigureNode.ts';

/** Near its upper and lower edge (px) a picture leaves a drop to the gap between the blocks. */
const edge = 24;

/**
 * The place in the row that a drop on a picture means: before it on its left half, after it on its right. Null where
 * the row is full, where the drop means the gap between blocks, and over a place that waits for a picture itself.
 */
export function besideAt(event: DragEvent, index: number, pictures: readonly PictureAttributes[]): number | null {
  if (pictures.length >= mostPictures || pictures[index]?.asset === null) return null;
  const box = event.currentTarget.getBoundingClientRect();
  if (event.clientY < box.top + edge || event.clientY > box.bottom - edge) return null;
  return event.clientX < box.left + box.width / 2 ? index : index + 1;
}
