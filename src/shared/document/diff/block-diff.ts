import { canonicalJson } from '../canonical.ts';
import { runsOf } from '../runs.ts';
import type { BlockNode, FigureNode, ListNode, TableNode } from '../schema.ts';
import { tableGrid } from '../table-grid.ts';
import { inlineText, picturesOf } from '../walk.ts';
import { alignItems, type Item } from './align.ts';
import { diffRuns, diffTexts, type Piece } from './words.ts';

/** A run of a block by its place among `runsOf` before and after; null on one side where it came or went. */
export interface RunChange {
  readonly before: number | null;
  readonly after: number | null;
  readonly pieces: readonly Piece[];
}

/** What of a block can change beside its words. */
export type BlockField =
  | 'kind'
  | 'align'
  | 'picture'
  | 'alt'
  | 'decorative'
  | 'credit'
  | 'caption-hidden'
  | 'boilerplate'
  | 'version'
  | 'text'
  | 'size'
  | 'structure';

/** A field as it was and as it became. `index` counts the pictures of a group. */
export interface FieldChange {
  readonly field: BlockField;
  readonly index: number;
  /** Words, a SHA-256 for a picture, `3×4` for a size, `true` or empty for what is set or not. */
  readonly before: string;
  readonly after: string;
  /** By words, where the field holds words. */
  readonly pieces: readonly Piece[];
}

/** What changed within a block that stayed. Never without any change. */
export interface BlockChange {
  /** In the order in which both sides read together. */
  readonly runs: readonly RunChange[];
  readonly fields: readonly FieldChange[];
}

/** Blocks of one kind here may be one that changed; a paragraph may have become a heading. */
export function blockKind(block: BlockNode): string {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
    case 'quote':
      return 'words';
    case 'list':
    case 'table':
    case 'figure':
    case 'boilerplate':
    case 'horizontal-rule':
      return block.type;
  }
}

/** What changed between two blocks of one kind, which are not equal. */
export function diffBlock(before: BlockNode, after: BlockNode): BlockChange {
  const runs = runPairs(before, after).map(({ before: at, after: from }): RunChange => ({
    before: at,
    after: from,
    pieces: diffRuns(runAt(before, at), runAt(after, from)),
  }));
  const fields = fieldChanges(before, after);
  const isSeen = fields.length > 0 || runs.some(isChangedRun);
  return { runs, fields: isSeen ? fields : [fieldChange('structure', 0, '', '')] };
}

/** A run that came or went counts as changed even when it is empty. */
export function isChangedRun(run: RunChange): boolean {
  return run.before === null || run.after === null || run.pieces.some((piece) => piece.change !== 'none');
}

function runAt(block: BlockNode, at: number | null): ReturnType<typeof runsOf>[number] {
  return at === null ? [] : (runsOf(block)[at] ?? []);
}

interface RunPair {
  readonly before: number | null;
  readonly after: number | null;
}

function runPairs(before: BlockNode, after: BlockNode): readonly RunPair[] {
  if (before.type === 'list' && after.type === 'list') return alignItems(listItems(before), listItems(after));
  if (before.type === 'table' && after.type === 'table') return cellPairs(before, after);
  const [left, right] = [runsOf(before).length, runsOf(after).length];
  return Array.from({ length: Math.max(left, right) }, (_unused, at) => ({
    before: at < left ? at : null,
    after: at < right ? at : null,
  }));
}

/** The items of a list and of those in it, in the order of `runsOf`. */
function listItems(list: ListNode, level = 0): readonly Item[] {
  return list.children.flatMap((item) => [
    { key: `${level} ${canonicalJson(item.children)}`, kind: 'item', text: inlineText(item.children) },
    ...(item.nested ? listItems(item.nested, level + 1) : []),
  ]);
}

/** Rows that stayed keep their cells: by place where there are as many as before, else by what is in them. */
function cellPairs(before: TableNode, after: TableNode): readonly RunPair[] {
  const [left, right] = [rowStarts(before), rowStarts(after)];
  return alignItems(tableRows(before), tableRows(after)).flatMap((pair): readonly RunPair[] => {
    const old = pair.before === null ? [] : (before.children[pair.before]?.children ?? []);
    const now = pair.after === null ? [] : (after.children[pair.after]?.children ?? []);
    const at = (place: number | null): number | null => (place === null ? null : (left[pair.before ?? 0] ?? 0) + place);
    const from = (place: number | null): number | null =>
      place === null ? null : (right[pair.after ?? 0] ?? 0) + place;
    if (old.length === now.length) return old.map((_cell, place) => ({ before: at(place), after: from(place) }));
    return alignItems(cellItems(old), cellItems(now)).map((cell) => ({
      before: at(cell.before),
      after: from(cell.after),
    }));
  });
}

/** The place of each row's first cell among all cells, and so among `runsOf`. */
export function rowStarts(table: TableNode): readonly number[] {
  let next = 0;
  return table.children.map((row) => {
    const start = next;
    next += row.children.length;
    return start;
  });
}

function tableRows(table: TableNode): readonly Item[] {
  return table.children.map((row) => ({
    key: canonicalJson(row),
    kind: 'row',
    text: row.children.map((cell) => inlineText(cell.children)).join('\t'),
  }));
}

function cellItems(cells: TableNode['children'][number]['children']): readonly Item[] {
  return cells.map((cell) => ({ key: canonicalJson(cell), kind: 'cell', text: inlineText(cell.children) }));
}

function fieldChanges(before: BlockNode, after: BlockNode): readonly FieldChange[] {
  const old = fieldsOf(before);
  const now = fieldsOf(after);
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((name) => {
    const [was, is] = [old.get(name) ?? '', now.get(name) ?? ''];
    if (was === is) return [];
    const [field = 'structure', index = '0'] = name.split('.');
    return [fieldChange(field as BlockField, Number(index), was, is)];
  });
}

function fieldChange(field: BlockField, index: number, before: string, after: string): FieldChange {
  const hasWords = field === 'alt' || field === 'credit' || field === 'text';
  return { field, index, before, after, pieces: hasWords ? diffTexts(before, after) : [] };
}

/** The fields of a block by name, `<field>` or `<field>.<index>`. */
function fieldsOf(block: BlockNode): ReadonlyMap<`${BlockField}${'' | `.${number}`}`, string> {
  switch (block.type) {
    case 'paragraph':
      return new Map([
        ['kind', 'paragraph'],
        ['align', block.align ?? ''],
      ]);
    case 'heading':
      return new Map([['kind', `heading-${block.level}`]]);
    case 'quote':
      return new Map([['kind', 'quote']]);
    case 'list':
      return new Map([['kind', block.ordered ? 'number' : 'bullet']]);
    case 'table':
      return new Map([['size', `${block.children.length}×${tableGrid(block.children).width}`]]);
    case 'figure':
      return figureFields(block);
    case 'boilerplate':
      return new Map([
        ['boilerplate', block.id],
        ['version', String(block.version)],
        ['text', block.text],
      ]);
    case 'horizontal-rule':
      return new Map();
  }
}

function figureFields(figure: FigureNode): ReturnType<typeof fieldsOf> {
  const fields = new Map<`${BlockField}${'' | `.${number}`}`, string>();
  picturesOf(figure).forEach(({ asset, alt, decorative }, index) => {
    fields.set(`picture.${index}`, asset ?? '');
    fields.set(`alt.${index}`, alt);
    fields.set(`decorative.${index}`, decorative ? 'true' : '');
  });
  fields.set('credit', figure.credit);
  fields.set('caption-hidden', figure.captionHidden ? 'true' : '');
  return fields;
}
