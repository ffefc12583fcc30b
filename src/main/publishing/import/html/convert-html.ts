import type { PasteReport } from '#shared/model/paste-report.ts';
import { elementsOf, type HtmlElement } from '../html-tree.ts';
import type { PageBlock } from '../page-block.ts';
import { BlockReader } from './block-reader.ts';
import { parseHtml } from './html-parser.ts';
import { outermost } from './inside.ts';
import { joinLines } from './join-lines.ts';
import type { ConversionNotes } from './notes.ts';
import { originOf } from './origin.ts';
import { blocksOf } from './piece.ts';
import type { ReadingContext } from './reading-context.ts';
import { settleHeadings } from './settle-headings.ts';
import { styleSheetOf } from './style.ts';

export interface ConvertedHtml {
  /** Valid by the document's schema. Pictures are figures that wait, each with where its bytes are said to be. */
  readonly blocks: readonly PageBlock[];
  /** How many pictures the source has, those without a figure too. */
  readonly pictures: number;
  readonly origin: PasteReport['origin'];
  /** Of the whole page, for readers of what else it says. */
  readonly elements: readonly HtmlElement[];
}

/** Programs that write Word's own properties; of an RTF our reader does. */
const officeOrigins: ReadonlySet<PasteReport['origin']> = new Set(['word', 'wps', 'excel', 'outlook', 'rtf']);

/**
 * Blocks of the house from any HTML: a clipboard, a saved page, an e-mail, what mammoth makes of a docx. Total and
 * bounded. Nothing of the markup can reach the draft: only words, the formats and blocks of the schema, and addresses
 * that the one URL rule lets through. What was changed or left out goes into `notes`.
 * @param pick the element to read; the body when left out
 */
export function convertHtml(
  html: string,
  notes: ConversionNotes,
  pick: (elements: readonly HtmlElement[]) => HtmlElement | undefined = bodyOf,
): ConvertedHtml {
  const elements = [...elementsOf(parseHtml(html))];
  const origin = originOf(html, elements);
  const isOffice = officeOrigins.has(origin);
  const sheets = elements.filter(({ tagName }) => tagName === 'style').map((style) => wordsIn(style));
  const context: ReadingContext = {
    sheet: styleSheetOf(sheets, isOffice),
    notes,
    isOffice,
    readBlocks: (parent, inside) => new BlockReader(context).readAll(parent, inside),
    pictures: 0,
    drawings: 0,
    lists: 0,
  };
  const main = pick(elements);
  const pieces = main ? context.readBlocks(main, outermost) : [];
  const settled = joinLines(settleHeadings(pieces, notes), notes);
  return { blocks: blocksOf(settled), pictures: context.pictures, origin, elements };
}

function bodyOf(elements: readonly HtmlElement[]): HtmlElement | undefined {
  return elements.find(({ tagName }) => tagName === 'body');
}

/** `rawTextOf` reads what is shown; this is the one text inside a style element. */
function wordsIn(style: HtmlElement): string {
  return style.childNodes.map((node) => ('value' in node ? node.value : '')).join('');
}
