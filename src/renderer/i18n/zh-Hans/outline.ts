export const outline = {
  title: '大纲',
  withUnits: '同时列出图片和表格',
  close: '关闭大纲',
  empty: '还没有小标题',
  emptyHint: '在段首输入“## ”，或在工具栏的段落样式里选“小标题”，就会列在这里。',
  noWords: '（空的小标题）',
  figure: '（没有说明的图片）',
  table: '（空表格）',
} as const;
