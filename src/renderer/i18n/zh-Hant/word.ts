export const word = {
  title: 'Word 文件',
  hint: '按公文版式排好的稿件，圖片在內，供傳閱、列印或在 Word、WPS 裡看。',
  write: '匯出 Word 文件',
  written: 'Word 文件已寫好',
} as const;
