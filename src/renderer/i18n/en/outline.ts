export const outline = {
  title: 'Outline',
  withUnits: 'List figures and tables too',
  close: 'Close the outline',
  empty: 'No headings yet',
  emptyHint: 'Type “## ” at the start of a line, or choose a heading among the styles of the toolbar.',
  noWords: '(Empty heading)',
  figure: '(Figure without a caption)',
  table: '(Empty table)',
};
