import type { Words } from '../words.ts';

export const trash = {
  byWhen: '{{name}} {{when}}移入',
  when: '{{when}}移入',
  revisions: '{{value}} 個版本',
  comments: '{{value}} 條批註',
  packaged: '須留存',
  purge: '永久刪除…',
  purgeNow: '永久刪除',
  askOne: '永久刪除「{{headline}}」？',
  askMany: '永久刪除這 {{count}} 篇稿件？',
  askBody:
    '連同 {{revisions}} 個版本、{{comments}} 條批註一起刪除，不能再恢復。審核紀錄和稽核日誌會保留，圖片檔案仍留在本機。',
  askStaying: '另有 {{count}} 篇產生過發布包，須留存，不會刪除。',
  askOthers: '以及另外 {{count}} 篇',
  packagedStay: '產生過發布包的稿件須留存備查，不能永久刪除。',
  purged: '「{{headline}}」已永久刪除。',
  purgedMany: '{{count}} 篇稿件已永久刪除。',
} as const satisfies Words['trash'];
