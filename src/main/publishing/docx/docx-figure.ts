import { ImageRun, Paragraph } from 'docx';
import { creditLine } from '#shared/document/credit-text.ts';
import type { FigureNode } from '#shared/document/schema.ts';
import { inlineText, picturesOf, shownCaption } from '#shared/document/walk.ts';
import { docxInlines, textRun } from './docx-inlines.ts';
import { highestPicture, styleIds, textWidth } from './docx-page.ts';

/** A picture as it is put into the file. */
export interface DocxPicture {
  /** JPEG. */
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly height: number;
}

export interface FigureContext {
  readonly captionMark: string;
  readonly creditMark: string;
  /** By the SHA-256 of the original. */
  readonly picture: (asset: string) => DocxPicture | undefined;
  /** A number for each drawing, from 1 on. */
  readonly nextDrawing: () => number;
}

/** Pixels between two pictures of a group: the blank that stands there. */
const gap = 12;

/** The pictures in one line, then a line of caption and credit, one full-width blank apart. */
export function docxFigure(figure: FigureNode, context: FigureContext): readonly Paragraph[] {
  const pictures = picturesOf(figure).flatMap(({ asset, alt, decorative }) => {
    const picture = asset === null ? undefined : context.picture(asset);
    return picture ? [{ ...picture, alt, decorative: decorative === true }] : [];
  });
  const height = rowHeight(pictures);
  const images = pictures.flatMap(({ bytes, width, height: ownHeight, alt, decorative }, index) => {
    const id = String(context.nextDrawing());
    const image = new ImageRun({
      type: 'jpg',
      data: bytes,
      transformation: { width: Math.round((width * height) / ownHeight), height: Math.round(height) },
      altText: { id, name: `图 ${id}`, description: decorative ? '' : alt },
      decorative,
    });
    return index === 0 ? [image] : [textRun(' '), image];
  });
  const caption = captionRuns(figure, context);
  return [
    ...(images.length > 0 ? [new Paragraph({ style: styleIds.picture, children: images })] : []),
    ...(caption.length > 0
      ? [new Paragraph({ style: isWaiting(figure) ? styleIds.waiting : styleIds.caption, children: caption })]
      : []),
  ];
}

/** All of a group are equally high: as high as the lowest, and as fits the width of the text. */
function rowHeight(pictures: readonly DocxPicture[]): number {
  const height = Math.min(highestPicture, ...pictures.map((picture) => picture.height));
  const ratios = pictures.reduce((sum, picture) => sum + picture.width / picture.height, 0);
  return Math.min(height, (textWidth.pixels - gap * (pictures.length - 1)) / ratios);
}

function isWaiting(figure: FigureNode): boolean {
  return picturesOf(figure).every(({ asset }) => asset === null);
}

/** A figure that waits for its picture has a line of its own at least, so that its place is not lost. */
function captionRuns(figure: FigureNode, { captionMark, creditMark }: FigureContext) {
  const words = shownCaption(figure);
  const hasWords = inlineText(words) !== '';
  const credit = creditLine(figure.credit, creditMark);
  return [
    ...(hasWords || (isWaiting(figure) && captionMark !== '') ? [textRun(captionMark), ...docxInlines(words)] : []),
    ...(credit === '' ? [] : [textRun(`${hasWords ? '　' : ''}${credit}`)]),
  ];
}
