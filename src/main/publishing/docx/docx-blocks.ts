import { AlignmentType, BorderStyle, HeadingLevel, Paragraph, type FileChild } from 'docx';
import type { BlockNode } from '#shared/document/schema.ts';
import { docxFigure, type FigureContext } from './docx-figure.ts';
import { docxInlines, textRun } from './docx-inlines.ts';
import type { DocxLists } from './docx-lists.ts';
import { styleIds } from './docx-page.ts';
import { docxTable } from './docx-table.ts';

export interface BlockContext extends FigureContext {
  readonly lists: DocxLists;
}

/** The page's title is level 1 of ours; Word has a style of its own for it, so its headings begin with ours of level 2. */
const headings = {
  2: HeadingLevel.HEADING_1,
  3: HeadingLevel.HEADING_2,
  4: HeadingLevel.HEADING_3,
} as const;

const alignments = { center: AlignmentType.CENTER, right: AlignmentType.RIGHT } as const;

/** A block as paragraphs and tables of Word. */
export function docxBlock(block: BlockNode, context: BlockContext): readonly FileChild[] {
  switch (block.type) {
    case 'paragraph': {
      const look = block.align ? { alignment: alignments[block.align], indent: { firstLine: 0 } } : {};
      return [new Paragraph({ style: styleIds.body, ...look, children: docxInlines(block.children) })];
    }
    case 'heading':
      return [new Paragraph({ heading: headings[block.level], children: docxInlines(block.children) })];
    case 'quote':
      return [new Paragraph({ style: styleIds.quote, children: docxInlines(block.children) })];
    case 'list':
      return context.lists.paragraphs(block);
    case 'table':
      // Word joins a table to one that follows it, and wants a paragraph behind the last.
      return [docxTable(block), new Paragraph({ style: styleIds.tableText })];
    case 'figure':
      return docxFigure(block, context);
    case 'boilerplate':
      return block.text
        .split('\n')
        .map((line) => new Paragraph({ style: styleIds.boilerplate, children: [textRun(line)] }));
    case 'horizontal-rule':
      return [
        new Paragraph({
          style: styleIds.rule,
          border: { bottom: { style: BorderStyle.SINGLE, size: 6, space: 1, color: 'auto' } },
        }),
      ];
  }
}
