export const word = {
  title: 'Word 文档',
  hint: '按公文版式排好的稿件，图片在内，供传阅、打印或在 Word、WPS 里看。',
  write: '导出 Word 文档',
  written: 'Word 文档已写好',
} as const;
