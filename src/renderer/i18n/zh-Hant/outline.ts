export const outline = {
  title: '大綱',
  withUnits: '同時列出圖片和表格',
  close: '關閉大綱',
  empty: '還沒有小標題',
  emptyHint: '在段首輸入「## 」，或在工具列的段落樣式裡選「小標題」，就會列在這裡。',
  noWords: '（空的小標題）',
  figure: '（沒有說明的圖片）',
  table: '（空表格）',
};
