export const similar = {
  title: '可能写过同一件事',
  published: '已发布 {{at}}',
  package: '已生成发布包 {{at}}',
  draft: '稿件 {{at}}',
  compareWith: '与“{{name}}”对比',
  openThis: '打开“{{name}}”',
  dismiss: '这篇不再提示',
} as const;
