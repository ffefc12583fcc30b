import type { Words } from '../words.ts';

export const similar = {
  title: '可能寫過同一件事',
  published: '已發布 {{at}}',
  package: '已產生發布包 {{at}}',
  draft: '稿件 {{at}}',
  compareWith: '與「{{name}}」對比',
  openThis: '開啟「{{name}}」',
  dismiss: '這篇不再提示',
} as const satisfies Words['similar'];
