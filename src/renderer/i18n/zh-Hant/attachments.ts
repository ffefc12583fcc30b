import type { Words } from '../words.ts';

/** Words of the files that go with a release. */
export const attachments = {
  title: '附件',
  add: '加入附件…',
  adding: '正在加入「{{name}}」…',
  nameOf: '{{name}}，第 {{value}} 個附件的名稱',
  look: '看一看',
  moveUp: '上移',
  remove: '移除',
  hint: '讀者下載的檔案，隨稿送審，簽發後不能再改。可用 {{types}}，每個不超過 {{limit}}\u00a0MB。',
  known: '已有同樣的附件「{{name}}」，沒有再加。',
  tooMany: '附件最多 {{limit}} 個。',
  written: '附件已另存',
} as const satisfies Words['attachments'];
