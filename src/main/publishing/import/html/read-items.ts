import { attribute, isElement, type HtmlElement } from '../html-tree.ts';
import { enter, type Inside } from './inside.ts';
import type { ListPlace } from './list-marker.ts';
import { inlinesOf, isUnit, type Piece } from './piece.ts';
import type { ReadingContext } from './reading-context.ts';
import { isHidden } from './visibility.ts';

/** Letters and Roman numbers become plain ones. */
const plainNumbers = /^(|1|decimal.*)$/u;

/**
 * The lines of `ul` and `ol`. A list inside an item, or right inside the list as Word and Google write it, is a level
 * deeper. What cannot stand in a line (pictures, tables, headings) parts the list, whose numbers go on behind it.
 */
export function readItems(list: HtmlElement, inside: Inside, context: ReadingContext): readonly Piece[] {
  const level = levelOfLine(list);
  if (level !== undefined) return readLevel(list, inside, context, 'lines', level);
  context.lists += 1;
  return readLevel(list, inside, context, `html ${context.lists}`, 1);
}

/** Class of an item with which a list of its own begins, as the reader of Word documents writes it. */
export const listStartClass = 'gaoqian-list';

const lineClass = /(?:^|\s)list-(?:bullet|number)([1-8])(?:\s|$)/u;

/** Feishu's documents and Etherpad write each line as a list of its own, its level in the class; undefined for others. */
function levelOfLine(list: HtmlElement): number | undefined {
  const level = lineClass.exec(attribute(list, 'class'))?.[1];
  return level !== undefined && list.childNodes.filter(isElement).length === 1 ? Number(level) : undefined;
}

function readLevel(list: HtmlElement, inside: Inside, context: ReadingContext, name: string, level: number): Piece[] {
  const ordered = list.tagName === 'ol';
  const style = context.sheet.of(list).get('list-style-type') ?? attribute(list, 'type');
  if (ordered && !plainNumbers.test(style)) context.notes.add('list-numbering', style);
  const start = numberOf(attribute(list, 'start'));
  // A line that does not say its number counts on from the one before.
  const isCounted = start !== undefined || name !== 'lines';
  let number = start ?? 1;
  const pieces: Piece[] = [];
  for (const child of list.childNodes) {
    if (!isElement(child)) continue;
    if (child.tagName === 'ul' || child.tagName === 'ol') {
      for (const piece of readLevel(child, inside, context, name, level + 1)) pieces.push(piece);
      continue;
    }
    const own = context.sheet.of(child);
    const content = isHidden(child, own)
      ? []
      : readItem(child, enter(inside, child, own, context.notes), context, name, level);
    const value = child.tagName === 'li' ? numberOf(attribute(child, 'value')) : undefined;
    number = value ?? number;
    const isFirst = attribute(child, 'class') === listStartClass;
    const place: ListPlace = {
      list: name,
      level,
      ordered,
      ...(ordered && isCounted ? { number } : {}),
      ...(isFirst ? { isFirst } : {}),
    };
    const item = placed(content, place);
    if (item.some((piece) => piece.kind === 'line' && piece.place === place)) number += 1;
    for (const piece of item) pieces.push(piece);
  }
  return pieces;
}

/** What an item holds: its own blocks as they come, the lines of lists inside it a level deeper. */
function readItem(
  item: HtmlElement,
  inside: Inside,
  context: ReadingContext,
  name: string,
  level: number,
): readonly Piece[] {
  const pieces: Piece[] = [];
  let rest: HtmlElement['childNodes'] = [];
  const close = (): void => {
    for (const piece of context.readBlocks({ ...item, childNodes: rest }, inside)) pieces.push(piece);
    rest = [];
  };
  for (const child of item.childNodes) {
    if (isElement(child) && (child.tagName === 'ul' || child.tagName === 'ol')) {
      close();
      for (const piece of readLevel(child, inside, context, name, level + 1)) pieces.push(piece);
    } else {
      rest.push(child);
    }
  }
  close();
  return pieces;
}

/** The words of an item become its line; units and headings come after it, lists inside it stay deeper lines. */
function placed(content: readonly Piece[], place: ListPlace): readonly Piece[] {
  const words = content.filter((piece) => !isDeeper(piece, place) && !standsAlone(piece));
  const children = inlinesOf(words);
  const others = content.filter((piece) => isDeeper(piece, place) || standsAlone(piece));
  return children.length > 0 ? [{ kind: 'line', place, children }, ...others] : others;
}

function isDeeper(piece: Piece, place: ListPlace): boolean {
  return piece.kind === 'line' && piece.place.list === place.list && piece.place.level > place.level;
}

function standsAlone(piece: Piece): boolean {
  return isUnit(piece) || (piece.kind === 'block' && piece.node.type === 'heading');
}

function numberOf(attribute: string): number | undefined {
  const number = Number.parseInt(attribute, 10);
  return number >= 0 && number <= 9999 ? number : undefined;
}
