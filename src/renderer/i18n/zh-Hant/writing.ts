/** Words of writing on the sheet: styles, quick insert, links, moving blocks, punctuation. */
export const writing = {
  mixedStyles: '多種樣式',
  noStyle: '無段落樣式',
  subscript: '下標',
  superscript: '上標',
  takePunctuation: '按 Tab 改為「{{sign}}」',
};
