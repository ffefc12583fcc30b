export const trash = {
  byWhen: '{{name}} {{when}}移入',
  when: '{{when}}移入',
  revisions: '{{value}} 个版本',
  comments: '{{value}} 条批注',
  packaged: '须留存',
  purge: '永久删除…',
  purgeNow: '永久删除',
  askOne: '永久删除“{{headline}}”？',
  askMany: '永久删除这 {{count}} 篇稿件？',
  askBody:
    '连同 {{revisions}} 个版本、{{comments}} 条批注一起删除，不能再恢复。审核记录和审计日志会保留，图片文件仍留在本机。',
  askStaying: '另有 {{count}} 篇生成过发布包，须留存，不会删除。',
  askOthers: '以及另外 {{count}} 篇',
  packagedStay: '生成过发布包的稿件须留存备查，不能永久删除。',
  purged: '“{{headline}}”已永久删除。',
  purgedMany: '{{count}} 篇稿件已永久删除。',
} as const;
