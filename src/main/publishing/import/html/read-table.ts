import type { BlockNode, TableCellNode } from '#shared/document/schema.ts';
import { inlineText } from '#shared/document/walk.ts';
import { attribute, isElement, textOf, type HtmlElement } from '../html-tree.ts';
import { enter, type Inside } from './inside.ts';
import { inlinesOf, isUnit, lengthOf, type Piece } from './piece.ts';
import type { Declarations } from './style.ts';
import { fillTable, mostSourceColumns, type LooseCell, type LooseRow } from './fill-table.ts';
import type { ReadingContext } from './reading-context.ts';
import { unseenValues, type ShownRow } from './unseen-values.ts';
import { isHidden } from './visibility.ts';

interface ReadCell {
  readonly isHeader: boolean;
  readonly columns: number;
  readonly rows: number;
  readonly hasBorder: boolean;
  readonly pieces: readonly Piece[];
}
interface ReadRow {
  /** `thead`, `tbody` and `tfoot` by their place: no cell reaches from one into the next, but in an office program. */
  readonly section: number;
  readonly isFlat: boolean;
  readonly cells: readonly ReadCell[];
}

/** Class of a table that is one whatever it looks like, as the reader of Word documents writes it. */
export const dataTableClass = 'gaoqian-table';

/** A table of data as a table, one that only arranges things on a page as what it arranges. */
export function readTable(table: HtmlElement, inside: Inside, context: ReadingContext): readonly Piece[] {
  const children = table.childNodes.filter(isElement);
  const caption = children
    .filter(({ tagName }) => tagName === 'caption')
    .flatMap((element) => context.readBlocks(element, { ...inside, align: 'center' }));
  const all = children.flatMap((section, index) => readSection(section, context.isOffice ? 0 : index, inside, context));
  const rows = withoutGaps(all).filter(isShown);
  const cells = rows.flatMap((row) => row.cells);
  const isGrid = hasBorder(table, context.sheet.of(table)) || cells.some((cell) => cell.hasBorder);
  const isData = attribute(table, 'class') === dataTableClass;
  // One without words or lines only keeps room on a page.
  if (cells.length === 0 || (!isData && cells.every((cell) => cell.pieces.length === 0))) return caption;
  if (!isData && (cells.length === 1 || isLayout(table, rows, isGrid))) {
    if (cells.length > 1) context.notes.add('table-unwrapped');
    else if (wordsIn(cells.flatMap(({ pieces }) => pieces)) <= longestLabel)
      tellUnseen([{ children: cells.map(looseCell) }], context);
    return [...caption, ...unwrap(rows)];
  }
  return [...caption, ...tablesOf(rows, hiddenColumnsOf(table, context), context)];
}

/** Word and Excel end a table whose columns do not line up with a row of no height that says how wide they are. */
function isShown({ isFlat, cells }: ReadRow): boolean {
  return !isFlat || cells.some(({ pieces }) => pieces.length > 0);
}

/**
 * Rows that nobody sees and rows whose cells all reach down from above go; what reaches over them is so much shorter, or it
 * would reach into the rows behind.
 */
function withoutGaps(rows: readonly ReadRow[]): readonly ReadRow[] {
  if (rows.every(({ cells }) => cells.length > 0)) return rows;
  const gaps = rows.map(({ section, cells }) => ({ section, isGap: cells.length === 0 }));
  return rows.flatMap((row, at): readonly ReadRow[] => {
    if (row.cells.length === 0) return [];
    const cells = row.cells.map((cell): ReadCell => {
      const over = gaps.slice(at + 1, at + cell.rows).filter(({ section, isGap }) => isGap && section === row.section);
      return { ...cell, rows: Math.max(1, cell.rows - over.length) };
    });
    return [{ ...row, cells }];
  });
}

/** Columns that `col` hides, as spreadsheets write it, from 0. */
function hiddenColumnsOf(table: HtmlElement, { sheet }: ReadingContext): ReadonlySet<number> {
  const hidden = new Set<number>();
  let at = 0;
  const groups = table.childNodes.filter(isElement).filter(({ tagName }) => tagName === 'colgroup');
  for (const column of groups.flatMap(({ childNodes }) => childNodes.filter(isElement))) {
    const span = spanOf(column, 'span');
    if (at > mostSourceColumns) break;
    if (isHidden(column, sheet.of(column))) for (let each = at; each < at + span; each += 1) hidden.add(each);
    at += span;
  }
  return hidden;
}

function readSection(section: HtmlElement, index: number, inside: Inside, context: ReadingContext): readonly ReadRow[] {
  if (!/^(thead|tbody|tfoot)$/u.test(section.tagName)) return [];
  if (isHidden(section, context.sheet.of(section))) return leaveHidden(section, context);
  const around = enter(inside, section, context.sheet.of(section), context.notes);
  return section.childNodes.flatMap((row): readonly ReadRow[] => {
    if (!isElement(row) || row.tagName !== 'tr') return [];
    const style = context.sheet.of(row);
    if (isHidden(row, style)) {
      leaveHidden(row, context);
      return [{ section: index, isFlat: false, cells: [] }];
    }
    const within = enter(around, row, style, context.notes);
    const cells = row.childNodes.flatMap((cell) =>
      isElement(cell) ? readCell(cell, section.tagName === 'thead', within, context) : [],
    );
    const isFlat = attribute(row, 'height') === '0';
    return [{ section: index, isFlat, cells }];
  });
}

/** Nobody saw it where it came from. */
function leaveHidden(element: HtmlElement, { notes }: ReadingContext): readonly never[] {
  const words = textOf(element);
  if (words !== '') notes.add('hidden-text', words);
  return [];
}

function readCell(cell: HtmlElement, isInHead: boolean, around: Inside, context: ReadingContext): readonly ReadCell[] {
  const style = context.sheet.of(cell);
  if (cell.tagName !== 'td' && cell.tagName !== 'th') return [];
  if (isHidden(cell, style)) return leaveHidden(cell, context);
  const inside = enter(around, cell, style, context.notes);
  const isHeader = isInHead || cell.tagName === 'th';
  const pieces = context.readBlocks(cell, inside);
  const columns = spanOf(cell, 'colspan');
  const found = { isHeader, rows: spanOf(cell, 'rowspan'), hasBorder: hasBorder(cell, style), pieces };
  // Excel lets long words run over the empty cells beside them: these are still cells.
  if (style.get('mso-ignore') !== 'colspan') return [{ ...found, columns }];
  const empty = { ...found, columns: 1, pieces: [] };
  return [{ ...found, columns: 1 }, ...Array.from({ length: columns - 1 }, () => empty)];
}

/** As HTML reads it: at least 1; a `rowspan` of 0 goes to the end of its section. */
function spanOf(cell: HtmlElement, name: 'colspan' | 'rowspan' | 'span'): number {
  const span = Number.parseInt(attribute(cell, name), 10);
  if (name === 'rowspan' && span === 0) return Number.MAX_SAFE_INTEGER;
  return span >= 1 && span <= 1000 ? span : 1;
}

function hasBorder(element: HtmlElement, style: Declarations): boolean {
  if (Number.parseInt(attribute(element, 'border'), 10) > 0 || /MsoTableGrid/u.test(attribute(element, 'class')))
    return true;
  for (const [property, value] of style) {
    if (
      property.includes('border') &&
      /solid|double|dashed|dotted/u.test(value) &&
      !/(^|\s)0(px|pt)?(\s|$)/u.test(value)
    ) {
      return true;
    }
  }
  return false;
}

/** Longest words beside pictures that a table only arranges, and shortest of a column of running text. */
const longestLabel = 80;
const shortestColumn = 300;

/** E-mails, web pages and people in a hurry use tables to put things beside or below each other. */
function isLayout(table: HtmlElement, rows: readonly ReadRow[], isGrid: boolean): boolean {
  if (/^(presentation|none)$/u.test(attribute(table, 'role'))) return true;
  const cells = rows.flatMap((row) => row.cells);
  const inner = cells.filter(({ pieces }) => pieces.some(isTable));
  if (inner.length > 0 && !(isGrid && isForm(rows, inner))) return true;
  if (isPictureTable(rows, isGrid)) return true;
  const isColumn = rows.every((row) => row.cells.length === 1 && row.cells[0]?.columns === 1);
  if (isColumn && cells.some(hasBlocks)) return true;
  return !isGrid && cells.some(({ pieces }) => pieces.some(isHeading) || wordsIn(pieces) > shortestColumn);
}

/** Rows and columns with lines around them, in which small tables fill single cells: the form of many an official table. */
function isForm(rows: readonly ReadRow[], inner: readonly ReadCell[]): boolean {
  const isWide = rows.some(({ cells }) => cells.length > 1);
  return isWide && rows.length > 1 && inner.every(({ pieces }) => wordsIn(pieces) <= shortestColumn);
}

/** Pictures with no more than labels; a list that has pictures in one of its columns is none. */
function isPictureTable(rows: readonly ReadRow[], isGrid: boolean): boolean {
  const cells = rows.flatMap((row) => row.cells);
  if (!cells.some(hasPicture) || cells.some(({ pieces }) => wordsIn(pieces) > longestLabel)) return false;
  // Nobody merges cells with lines around them over rows only to arrange pictures.
  if (isGrid && cells.some((cell) => cell.rows > 1)) return false;
  const columns = Math.max(...rows.map((row) => row.cells.length));
  const wordColumns = Array.from({ length: columns }, (_unused, at) => at).filter((at) => {
    const column = rows.map((row) => row.cells[at]);
    return column.filter((cell) => cell && cell.pieces.length > 0).length > 1 && !column.some(hasPicture);
  });
  return !(isGrid && wordColumns.length > 1);
}

function hasPicture(cell: ReadCell | undefined): boolean {
  return cell?.pieces.some(isFigure) ?? false;
}

function isTable(piece: Piece): boolean {
  return piece.kind === 'block' && piece.node.type === 'table';
}

function hasBlocks({ pieces }: ReadCell): boolean {
  return pieces.length > 1 || pieces.some(isUnit) || pieces.some(isHeading);
}

function isPlain({ pieces }: ReadCell): boolean {
  return pieces.every((piece) => piece.kind === 'block' && piece.node.type === 'paragraph');
}

function isHeading(piece: Piece): boolean {
  return piece.kind === 'block' && piece.node.type === 'heading';
}

function isFigure(piece: Piece): boolean {
  return piece.kind === 'block' && piece.node.type === 'figure';
}

function wordsIn(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, piece) => sum + (isFigure(piece) ? 0 : lengthOf(piece)), 0);
}

/** What the cells hold, row by row; words below pictures go to the picture in whose column they stand. */
function unwrap(rows: readonly ReadRow[]): readonly Piece[] {
  const pieces: Piece[] = [];
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at]?.cells ?? [];
    const below = rows[at + 1]?.cells ?? [];
    const arePictures = row.length > 0 && row.every((cell) => cell.pieces.length === 1 && cell.pieces.every(isFigure));
    const areLabels = below.length === row.length && below.every((cell) => !cell.pieces.some(isFigure));
    if (arePictures && areLabels && wordsIn(below.flatMap((cell) => cell.pieces)) <= longestLabel * row.length) {
      row.forEach((cell, column) => pieces.push(...cell.pieces, ...(below[column]?.pieces ?? []).map(centred)));
      at += 1;
    } else {
      for (const cell of row) for (const piece of cell.pieces) pieces.push(piece);
    }
  }
  return pieces;
}

function centred(piece: Piece): Piece {
  if (piece.kind !== 'block' || piece.node.type !== 'paragraph') return piece;
  return { ...piece, node: { ...piece.node, align: 'center' } };
}

/** The tables of the rows (more than one when they are too many), then the pictures that no cell can hold. */
function tablesOf(
  rows: readonly ReadRow[],
  hiddenColumns: ReadonlySet<number>,
  context: ReadingContext,
): readonly Piece[] {
  const figures = rows.flatMap((row) => row.cells.flatMap((cell) => cell.pieces.filter(isFigure)));
  const loose = rows.map(({ section, cells }): LooseRow => ({ section, cells: cells.map(looseCell) }));
  const { tables, isMended, hidden } = fillTable(loose, hiddenColumns);
  for (const words of hidden.map(({ children }) => inlineText(children)).filter((text) => text !== ''))
    context.notes.add('hidden-text', words);
  const sample = loose
    .map(({ cells }) =>
      cells
        .map(({ children }) => inlineText(children))
        .join(' ')
        .trim(),
    )
    .find(Boolean);
  if (rows.some((row) => row.cells.some((cell) => !isPlain(cell)))) context.notes.add('cell-content', sample);
  if (isMended) context.notes.add('table-mended', sample);
  if (tables.length > 1) context.notes.add('table-split', sample);
  for (const table of tables) tellUnseen(table, context);
  const nodes = tables.map((children): BlockNode => ({ type: 'table', children }));
  const wide = (): readonly BlockNode[] =>
    loose.map((row) => ({ type: 'paragraph', children: row.cells.flatMap((cell) => [...cell.children]) }));
  return [...(nodes.length > 0 ? nodes : wide()).map((node): Piece => ({ kind: 'block', node })), ...figures];
}

function tellUnseen(rows: readonly ShownRow[], { notes }: ReadingContext): void {
  for (const place of unseenValues(rows)) notes.add('value-unseen', place);
}

function looseCell({ isHeader, columns, rows, pieces }: ReadCell): LooseCell {
  const children: TableCellNode['children'] = inlinesOf(pieces.filter((piece) => !isFigure(piece)));
  return { isHeader, columns, rows, children };
}
