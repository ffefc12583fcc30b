/** Words of writing on the sheet: styles, quick insert, links, moving blocks, punctuation. */
export const writing = {
  mixedStyles: '多种样式',
  noStyle: '无段落样式',
  subscript: '下标',
  superscript: '上标',
  takePunctuation: '按 Tab 改为“{{sign}}”',
};
