import type { Translate } from '#renderer/i18n/text.ts';
import type { PictureRow } from '#shared/document/picture-rows.ts';

/** How a picture is called: by its figure, and its place in it where there are several. */
export function pictureName(text: Translate, { number, index, count }: PictureRow): string {
  if (count === 1) return text('media.figure', { value: number });
  return text('pictures.figureOfGroup', { value: number, index: index + 1 });
}
