import { runsOf } from '../document/runs.ts';
import type { BlockNode, FigureNode } from '../document/schema.ts';
import { inlineText, picturesOf } from '../document/walk.ts';
import { metadataTexts } from '../house-style/metadata-texts.ts';
import type { DraftContent } from '../model/draft.ts';
import type { SearchField } from './search-field.ts';

/** Where a passage stands: a field of the metadata, the words of a block, or a picture's credit, file name or alt text. */
export type PassagePlace =
  | { readonly kind: 'metadata'; readonly field: string }
  | { readonly kind: 'block'; readonly block: number }
  | { readonly kind: 'beside'; readonly block: number };

/** Words that a search may find, none of them across the edge of a passage. */
export interface Passage {
  readonly field: SearchField;
  readonly place: PassagePlace;
  readonly text: string;
  /** UTF-16 units before `text` in the words of its place (`blockText`). */
  readonly from: number;
}

/** What a draft's content does not say itself. */
export interface PassageContext {
  /** Who writes the draft. */
  readonly author: string;
  /** The file names of pictures by their SHA-256. */
  readonly fileNames: ReadonlyMap<string, string>;
}

/** All words of a draft in reading order, those on the sheet first. */
export function passagesOf(content: DraftContent, context: PassageContext): readonly Passage[] {
  const details = metadataTexts(content).map(({ field, text }) =>
    passage(fieldOf(field), { kind: 'metadata', field }, text),
  );
  const blocks = content.document.children.flatMap((block, index) => blockPassages(block, index, context));
  const author = passage('authors', { kind: 'metadata', field: 'authors' }, context.author);
  const [headlines, others] = [details.filter(isHeadline), details.filter((one) => !isHeadline(one))];
  return [...headlines, ...blocks, ...others, author].filter(({ text }) => text !== '');
}

function passage(field: SearchField, place: PassagePlace, text: string, from = 0): Passage {
  return { field, place, text, from };
}

function isHeadline({ field }: Passage): boolean {
  return field === 'headline';
}

function fieldOf(metadataField: string): SearchField {
  if (metadataField === 'headline' || metadataField === 'subheadline') return 'headline';
  return metadataField === 'authors' ? 'authors' : 'details';
}

function blockPassages(block: BlockNode, index: number, context: PassageContext): readonly Passage[] {
  const place = { kind: 'block', block: index } as const;
  if (block.type === 'boilerplate') return [passage('body', place, block.text)];
  let from = 0;
  const runs = runsOf(block).map((run) => {
    const found = passage(block.type === 'figure' ? 'captions' : 'body', place, inlineText(run), from);
    from += found.text.length + 1;
    return found;
  });
  return block.type === 'figure' ? [...runs, ...pictureParts(block, index, context)] : runs;
}

function pictureParts(figure: FigureNode, index: number, { fileNames }: PassageContext): readonly Passage[] {
  const place = { kind: 'beside', block: index } as const;
  const pictures = picturesOf(figure).flatMap(({ asset, alt }) => [
    passage('captions', place, alt),
    passage('files', place, (asset !== null && fileNames.get(asset)) || ''),
  ]);
  return [passage('credits', place, figure.credit), ...pictures];
}
