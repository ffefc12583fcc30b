import { rewriteInline } from './rewrite-inline.ts';
import type { Document, FigureNode, FigurePicture } from './schema.ts';
import { inlineText, picturesOf } from './walk.ts';

/** Where a picture stands: the block of its figure, and which picture of the figure it is. */
export interface PicturePlace {
  readonly block: number;
  readonly index: number;
}

/** A picture with all that is said of it. Pictures of one group share caption and credit. */
export interface PictureRow extends PicturePlace {
  /** Of the figure, counted from 1. */
  readonly number: number;
  /** How many pictures the figure has. */
  readonly count: number;
  readonly picture: FigurePicture;
  readonly caption: string;
  readonly credit: string;
}

/** The pictures of a document in reading order, those that are still to come included. */
export function pictureRows(document: Document): readonly PictureRow[] {
  let number = 0;
  return document.children.flatMap((figure, block) => {
    if (figure.type !== 'figure') return [];
    number += 1;
    const pictures = picturesOf(figure);
    const caption = inlineText(figure.children);
    return pictures.map((picture, index): PictureRow => {
      return { block, index, number, count: pictures.length, picture, caption, credit: figure.credit };
    });
  });
}

/** A change of one picture; what is left out stays. */
export type PictureChange = Partial<Pick<FigurePicture, 'asset' | 'alt'>> & { readonly decorative?: boolean };

export function changePictures(document: Document, places: readonly PicturePlace[], change: PictureChange): Document {
  return changeFigures(document, places, (figure, indexes) => {
    const [first, ...beside] = picturesOf(figure).map((picture, index) =>
      indexes.includes(index) ? changedPicture(picture, change) : picture,
    );
    const { decorative: _before, ...rest } = figure;
    return { ...rest, ...first, ...(beside.length > 0 ? { beside } : {}) };
  });
}

function changedPicture(picture: FigurePicture, change: PictureChange): FigurePicture {
  const { decorative, ...rest } = { ...picture, ...change };
  return decorative === true ? { ...rest, decorative } : rest;
}

export function changeCredit(document: Document, places: readonly PicturePlace[], credit: string): Document {
  return changeFigures(document, places, (figure) => ({ ...figure, credit }));
}

export function changeCaption(document: Document, places: readonly PicturePlace[], text: string): Document {
  return changeFigures(document, places, (figure) => ({ ...figure, children: rewriteInline(figure.children, text) }));
}

/** Takes the captions for alternative texts where there is none yet. */
export function altFromCaption(document: Document, places: readonly PicturePlace[]): Document {
  return places.reduce((now, place) => {
    const figure = now.children[place.block];
    if (figure?.type !== 'figure') return now;
    const picture = picturesOf(figure)[place.index];
    const caption = inlineText(figure.children).trim();
    const isWanted = picture !== undefined && picture.alt.trim() === '' && picture.decorative !== true;
    return isWanted && caption !== '' ? changePictures(now, [place], { alt: caption.replaceAll('\n', ' ') }) : now;
  }, document);
}

function changeFigures(
  document: Document,
  places: readonly PicturePlace[],
  change: (figure: FigureNode, indexes: readonly number[]) => FigureNode,
): Document {
  const children = document.children.map((block, at) => {
    const indexes = places.filter((place) => place.block === at).map((place) => place.index);
    return block.type === 'figure' && indexes.length > 0 ? change(block, indexes) : block;
  });
  return { ...document, children };
}
