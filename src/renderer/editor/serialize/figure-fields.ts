import type { FigureNode, FigurePicture, InlineNode } from '#shared/document/schema.ts';
import type { FigureAttributes, PictureAttributes } from '../nodes/FigureNode.ts';

/** What the editor's figure keeps of a stored one, all but the caption's words. */
export function figureAttributes(figure: FigureNode): FigureAttributes {
  return {
    ...pictureAttributes(figure),
    beside: (figure.beside ?? []).map(pictureAttributes),
    captionHidden: figure.captionHidden ?? false,
    credit: figure.credit,
  };
}

/** The way back; fields that say nothing are left out, as the stored form wants it. */
export function storedFigure(attributes: FigureAttributes, children: InlineNode[]): FigureNode {
  const { beside, captionHidden, credit } = attributes;
  return {
    type: 'figure',
    ...storedPicture(attributes),
    ...(beside.length > 0 ? { beside: beside.map(storedPicture) } : {}),
    ...(captionHidden ? { captionHidden } : {}),
    credit,
    children,
  };
}

function pictureAttributes({ asset, alt, decorative }: FigurePicture): PictureAttributes {
  return { asset, alt, decorative: decorative ?? false };
}

function storedPicture({ asset, alt, decorative }: PictureAttributes): FigurePicture {
  return { asset, alt, ...(decorative ? { decorative } : {}) };
}
