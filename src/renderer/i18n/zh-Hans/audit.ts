import { auditEventNames } from '#shared/texts/audit-events.ts';

export const audit = {
  open: '审计日志…',
  title: '审计日志',
  filters: '筛选',
  person: '人员',
  everybody: '所有人',
  act: '动作',
  everyAct: '所有动作',
  draft: '稿件',
  draftPlaceholder: '标题里的字',
  from: '从',
  until: '到',
  number: '序号',
  time: '时间',
  hash: '校验值',
  program: '程序',
  none: '没有符合条件的记录',
  more: '再看更早的',
  verify: '验证',
  exportCsv: '导出 CSV',
  exportJson: '导出 JSON',
  exported: '已导出',
  whole:
    '日志完整，共 {{value}} 行，没有一行被改动、删去或调换。末行校验值 {{head}}…，抄下来日后可核对末尾有没有被截去。',
  broken: '第 {{value}} 行与写下时不同：它或它前面的行被改动、删去或调换过。请保留现状，交技术人员查看。',
  event: auditEventNames,
} as const;
