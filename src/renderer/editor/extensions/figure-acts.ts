import type { LexicalNode } from 'lexical';
import { $createTextNode, $getRoot, $isElementNode } from 'lexical';
import { $createCaptionNode } from '../nodes/CaptionNode.ts';
import type { FigureNode, PictureAttributes } from '../nodes/FigureNode.ts';
import { $createFigureNode, $isFigureNode, mostPictures } from '../nodes/FigureNode.ts';
import { $captionOf, $removeUnits } from './block-units.ts';
import { $insertFiguresAfter } from './insert-blocks.ts';

/*
 * What can be done with the pictures of a figure. Words are never lost by any of it: captions that come together are
 * joined, and a figure whose picture goes keeps caption, credit and alternative text and waits for another picture.
 */

function pictureOf(asset: string): PictureAttributes {
  return { asset, alt: '', decorative: false };
}

/** The first picture takes the place at `index` and keeps its alternative text; the others follow in figures of their own. */
export function $fillFigure(figure: FigureNode, index: number, [first, ...more]: readonly string[]): void {
  if (first === undefined) return;
  figure.setPicture(index, { asset: first });
  $insertFiguresAfter(figure, more);
}

/** Puts pictures before the one at `index`; what the row has no room for follows in figures of its own. */
export function $addBeside(figure: FigureNode, index: number, assets: readonly string[]): void {
  const pictures = figure.getPictures();
  const room = Math.max(0, mostPictures - pictures.length);
  figure.setPictures([...pictures.slice(0, index), ...assets.slice(0, room).map(pictureOf), ...pictures.slice(index)]);
  $insertFiguresAfter(figure, assets.slice(room));
}

/** The figure right after this one, when one row holds the pictures of both. */
export function $nextToGroup(figure: FigureNode): FigureNode | null {
  const next = figure.getNextSibling();
  if (!$isFigureNode(next)) return null;
  return figure.getPictures().length + next.getPictures().length <= mostPictures ? next : null;
}

/** Takes the pictures of the next figure beside this one's, its caption behind this one's, and both credits. */
export function $groupWithNext(figure: FigureNode): void {
  const next = $nextToGroup(figure);
  if (next === null) return;
  const { credit, captionHidden } = next.getAttributes();
  const own = figure.getAttributes();
  const credits = [own.credit, credit].filter((name) => name.trim() !== '');
  figure.setPictures([...figure.getPictures(), ...next.getPictures()]);
  figure.setAttributes({
    credit: [...new Set(credits)].join('、'),
    // A caption that readers see must not vanish into a hidden one.
    captionHidden: own.captionHidden && (captionHidden || $isWordless($captionOf(next))),
  });
  const caption = $captionOf(figure);
  const more = $captionOf(next);
  if ($isElementNode(caption) && $isElementNode(more) && !$isWordless(more)) {
    if (!$isWordless(caption)) caption.append($createTextNode('；'));
    caption.append(...more.getChildren());
  }
  next.remove();
}

function $isWordless(caption: LexicalNode | null): boolean {
  return caption === null || caption.getTextContent().trim() === '';
}

/** Joins figures that follow one another, as many as one row holds. */
export function $groupFigures(figures: readonly FigureNode[]): void {
  const [first, ...more] = figures;
  if (first) for (const _ of more) $groupWithNext(first);
}

/** Each picture of a group gets a figure of its own: the caption stays with the first, the credit goes with each. */
export function $splitGroup(figure: FigureNode): void {
  const { beside, credit } = figure.getAttributes();
  figure.setAttributes({ beside: [] });
  for (const picture of beside.toReversed()) {
    figure.insertAfter($createFigureNode({ ...picture, credit }).append($createCaptionNode()));
  }
}

/** Takes one picture out. The last one leaves its place: the words stay and wait for another. */
export function $removePicture(figure: FigureNode, index: number): void {
  const pictures = figure.getPictures();
  if (pictures.length > 1) figure.setPictures(pictures.filter((_picture, at) => at !== index));
  else figure.setAttributes({ asset: null });
}

/** Moves a picture inside its row, by -1 to the left or 1 to the right. */
export function $movePicture(figure: FigureNode, index: number, by: -1 | 1): void {
  const pictures = figure.getPictures();
  const moved = pictures[index];
  const other = pictures[index + by];
  if (!moved || !other) return;
  figure.setPictures(pictures.map((picture, at) => (at === index ? other : at === index + by ? moved : picture)));
}

/**
 * Takes pictures off the sheet that are still on their way. What stood there before comes back; a figure that was made for
 * one goes, unless there are words in it by now: then it waits for another picture.
 */
export function $dropPending(insteadOf: ReadonlyMap<string, string | null | undefined>): void {
  for (const figure of $getRoot().getChildren().filter($isFigureNode)) {
    figure.getPictures().forEach(({ asset }) => {
      if (asset !== null && insteadOf.has(asset)) $dropOne(figure, asset, insteadOf.get(asset));
    });
  }
}

function $dropOne(figure: FigureNode, pending: string, instead: string | null | undefined): void {
  const pictures = figure.getPictures();
  const index = pictures.findIndex(({ asset }) => asset === pending);
  if (instead !== undefined) {
    figure.setPicture(index, { asset: instead });
  } else if (pictures.length === 1 && !$hasWords(figure)) {
    $removeUnits([figure]);
  } else {
    $removePicture(figure, index);
  }
}

function $hasWords(figure: FigureNode): boolean {
  const { alt, credit } = figure.getAttributes();
  return !$isWordless($captionOf(figure)) || alt.trim() !== '' || credit.trim() !== '';
}
