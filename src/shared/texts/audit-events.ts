/** What each act in the audit log is called, in Simplified Chinese: in the window, in exported files. */
export const auditEventNames = {
  person: { added: '添加人员', switched: '切换人员' },
  profile: { used: '换用单位配置' },
  draft: {
    published: '发布',
    trashed: '移到回收站',
    untrashed: '从回收站恢复',
    purged: '永久删除',
    exported: '导出稿件',
    imported: '导入稿件',
  },
  review: { submit: '送审', withdraw: '撤回', decide: '审核' },
  revision: { named: '命名版本' },
  warning: { waived: '保留警告', 'taken-back': '收回保留警告' },
  package: { built: '生成发布包' },
  'review-file': { written: '生成审稿包', read: '打开审稿包' },
  exchange: { written: '导出稿件包', read: '导入稿件包' },
  target: { written: '导出其他格式' },
  word: { written: '导出 Word' },
  pictures: { removed: '清理不再使用的图片和附件' },
  audit: { exported: '导出审计日志' },
  'upload-target': { saved: '设置上传去处', removed: '移除上传去处' },
  'upload-delivered': '已送达文件夹',
  'upload-published': '门户已收到',
} as const;

/** The code of an act, as the log keeps it. One without a name cannot be written. */
export type AuditEvent = {
  [Area in keyof typeof auditEventNames]: (typeof auditEventNames)[Area] extends string
    ? Area
    : `${Area}.${keyof (typeof auditEventNames)[Area] & string}`;
}[keyof typeof auditEventNames];

/** The name of an act by its code; the code itself for one that has no name yet. */
export function auditEventName(event: string): string {
  const [area = '', act = ''] = event.split('.');
  const names: Readonly<Record<string, string | Readonly<Record<string, string>>>> = auditEventNames;
  const found = names[area];
  return (typeof found === 'string' ? found : found?.[act]) ?? event;
}
