import type { EditorThemeClasses } from 'lexical';

/** Class names of the sheet; `sheet.css` gives them their looks. */
export const theme: EditorThemeClasses = {
  paragraph: 'gq-paragraph',
  heading: { h2: 'gq-heading-2', h3: 'gq-heading-3', h4: 'gq-heading-4' },
  quote: 'gq-quote',
  list: { ul: 'gq-list', ol: 'gq-list', listitem: 'gq-list-item', nested: { listitem: 'gq-list-nested' } },
  link: 'gq-link',
  mark: 'gq-mark',
  markOverlap: 'gq-mark-overlap',
  table: 'gq-table',
  tableScrollableWrapper: 'gq-table-frame',
  tableRow: 'gq-table-row',
  tableCell: 'gq-cell',
  tableCellHeader: 'gq-cell-header',
  tableCellSelected: 'gq-cell-selected',
  tableSelection: 'gq-table-selecting',
  hr: 'gq-rule',
  hrSelected: 'gq-selected',
  blockCursor: 'gq-block-cursor',
  text: {
    bold: 'gq-bold',
    italic: 'gq-italic',
    underline: 'gq-underline',
    subscript: 'gq-subscript',
    superscript: 'gq-superscript',
  },
};
