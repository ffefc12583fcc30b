import { escapeHtml } from '#shared/document/render/escape.ts';
import type { RtfCharacters, RtfParagraph } from './rtf-looks.ts';
import type { RtfStyle } from './rtf-styles.ts';
import { RtfTable, type RowDefinitionReader } from './rtf-table.ts';

interface Level {
  /** Blocks of the text, or of the cell that is being gathered. */
  blocks: string;
  cells: string[];
  readonly table: RtfTable;
  hasRows: boolean;
}

const deepestTable = 20;

/** The markup of a text as it comes: words into lines, lines into paragraphs, paragraphs into the cells of tables. */
export class RtfFlow {
  private line = '';
  /** The number or dot that stands before the line. */
  private marker = '';
  private readonly levels: Level[] = [newLevel()];

  addMarkup(markup: string): void {
    this.line += markup;
  }

  addWords(words: string, characters: RtfCharacters, url: string | undefined): void {
    if (words === '') return;
    let markup = escapeHtml(words);
    for (const [tag, isSet] of [
      ['b', characters.bold],
      ['i', characters.italic],
      ['u', characters.underline],
      ['s', characters.strike],
      ['sup', characters.lift === 'sup'],
      ['sub', characters.lift === 'sub'],
    ] as const) {
      if (isSet) markup = `<${tag}>${markup}</${tag}>`;
    }
    if (url !== undefined) markup = `<a href="${escapeHtml(url)}">${markup}</a>`;
    if (characters.isDeleted) markup = `<del cite="rtf">${markup}</del>`;
    if (characters.isHidden) markup = `<span style="mso-hide:all">${markup}</span>`;
    this.line += markup;
  }

  setMarker(words: string): void {
    this.marker = words.trim();
  }

  /** Ends a paragraph, in the cell that it stands in. */
  endParagraph(paragraph: RtfParagraph, style: RtfStyle, isContents: boolean): void {
    const level = this.enter(paragraph.depth);
    const { line, marker } = this;
    this.line = '';
    this.marker = '';
    if (line.trim() === '' && marker === '') return;
    level.blocks += paragraphHtml(line, marker, paragraph, style, isContents);
  }

  endCell(paragraph: RtfParagraph, style: RtfStyle, depth: number): void {
    this.endParagraph({ ...paragraph, depth }, style, false);
    const level = this.enter(depth);
    level.cells.push(level.blocks);
    level.blocks = '';
  }

  endRow(definition: RowDefinitionReader['current'], depth: number): void {
    const level = this.enter(depth);
    if (level.cells.length > 0) level.table.addRow(definition, level.cells);
    level.hasRows ||= level.cells.length > 0;
    level.cells = [];
  }

  /** All of it, to the end of its last table. */
  finish(): string {
    return this.enter(0).blocks;
  }

  /** The level of so many tables, with those that are over put where they stood. */
  private enter(wanted: number): Level {
    const depth = Math.min(Math.max(wanted, 0), deepestTable);
    while (this.levels.length - 1 > depth) this.closeTable();
    while (this.levels.length - 1 < depth) this.levels.push(newLevel());
    return this.levels.at(-1) ?? newLevel();
  }

  /** Words of a row that was never ended are not lost. */
  private closeTable(): void {
    const ended = this.levels.pop();
    const outer = this.levels.at(-1);
    if (!ended || !outer) return;
    if (ended.hasRows) outer.blocks += ended.table.toHtml();
    outer.blocks += ended.cells.join('') + ended.blocks;
  }
}

function newLevel(): Level {
  return { blocks: '', cells: [], table: new RtfTable(), hasRows: false };
}

/** As Word writes paragraphs into HTML, which the converter of clipboards reads. */
function paragraphHtml(
  line: string,
  marker: string,
  paragraph: RtfParagraph,
  style: RtfStyle,
  isContents: boolean,
): string {
  const outline = paragraph.outline ?? style.outline;
  const { align, list, level } = paragraph;
  const declarations = [
    ...(align ? [`text-align:${align}`] : []),
    ...(typeof outline === 'number' ? [`mso-outline-level:${outline}`] : []),
    ...(marker === '' ? [] : [`mso-list:l${list} level${level + 1} lfo${list}`]),
  ].join(';');
  const sign = marker === '' ? '' : `<span style="mso-list:ignore">${escapeHtml(marker)}</span>`;
  const name = isContents || style.isContents ? 'MsoToc1' : outline === 'title' ? 'MsoTitle' : 'MsoNormal';
  return `<p class=${name} style="${declarations}">${sign}${line}</p>`;
}
