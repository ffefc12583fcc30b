import { Paragraph, Table, TableCell, TableRow, VerticalAlignTable, WidthType } from 'docx';
import type { BlockNode, TableCellNode } from '#shared/document/schema.ts';
import { tableGrid } from '#shared/document/table-grid.ts';
import { docxInlines } from './docx-inlines.ts';
import { styleIds, textWidth } from './docx-page.ts';

type TableNode = Extract<BlockNode, { type: 'table' }>;

/** A table as wide as the text, merged cells merged; rows of header cells at its top come again on each page. */
export function docxTable(table: TableNode): Table {
  const { width } = tableGrid(table.children);
  const headRows = table.children.findIndex(({ children }) => children.length === 0 || children.some(isPlain));
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    columnWidths: Array.from({ length: width }, () => Math.floor(textWidth.twips / width)),
    rows: table.children.map(
      ({ children }, index) =>
        new TableRow({
          cantSplit: true,
          // Some readers take a header row that is said to be none for one.
          ...(index < (headRows === -1 ? 1 : headRows) ? { tableHeader: true } : {}),
          children: children.map(docxCell),
        }),
    ),
  });
}

function isPlain(cell: TableCellNode): boolean {
  return cell.header === undefined;
}

function docxCell(cell: TableCellNode): TableCell {
  const style = cell.header ? styleIds.tableHead : styleIds.tableText;
  return new TableCell({
    ...(cell.columns === undefined ? {} : { columnSpan: cell.columns }),
    ...(cell.rows === undefined ? {} : { rowSpan: cell.rows }),
    verticalAlign: VerticalAlignTable.CENTER,
    children: [new Paragraph({ style, children: docxInlines(cell.children) })],
  });
}
