/** Words of writing on the sheet: styles, quick insert, links, moving blocks, punctuation. */
export const writing = {
  mixedStyles: 'Several styles',
  noStyle: 'No style',
  subscript: 'Subscript',
  superscript: 'Superscript',
  takePunctuation: 'Tab makes it {{sign}}',
};
