export const exchange = {
  export: '导出稿件包…',
  exportShort: '导出…',
  exportThis: '导出当前稿件为稿件包',
  import: '导入稿件包…',
  writing: '正在导出 {{count}} 篇稿件…',
  written: '{{count}} 篇稿件连同全部历史已写进稿件包。',
  reading: '正在导入“{{file}}”…',
  taken: '稿件包里共 {{count}} 篇稿件。',
  forked: '（两边都审过，保留本机的审核记录）',
  trustTitle: '第一次收到“{{name}}”的稿件包',
  trustBody: '请与对方核对下面的密钥指纹，一致再打开。信任后，以后收到同一把钥匙签的稿件包和审稿包不再询问。',
  trashed: {
    title: '这些稿件在本机的回收站里',
    body: '可以恢复出来，与对方的合在一起；也可以把对方的收为新稿件，回收站里的不动。',
    others: '稿件包里的其余稿件已经导入。',
    restore: '恢复并合并',
    copy: '收为新稿件',
    leave: '跳过',
  },
  outcome: {
    conflict: '两边都改过、都已保留 {{count}} 篇，打开后可对比或合并',
    created: '新收进 {{count}} 篇',
    updated: '更新到对方版本 {{count}} 篇',
    unchanged: '没有新内容 {{count}} 篇',
    'in-trash': '在回收站里、没有导入 {{count}} 篇',
  },
  step: {
    checks: '检查稿件',
    pictures: '处理图片',
    page: '整理文字',
    checksums: '计算校验值',
    archive: '打包或拆包',
    verify: '验证成品',
    database: '读取数据库',
    words: '处理稿件',
    media: '核对图片',
  },
} as const;

export const lacking = {
  title: '缺 {{count}} 个文件，文字都在',
  figure: '《{{headline}}》图 {{value}} {{name}}',
  earlier: '《{{headline}}》以前版本里的图片 {{name}}',
  attachment: '《{{headline}}》附件 {{name}}',
} as const;

export const merge = {
  title: '合并两边的改动',
  open: '逐段合并…',
  questions: '只有一边改过的地方已经合好；还有 {{count}} 处两边都改了，请选用哪一边（左边是本机，右边是对方）。',
  noQuestions: '两边改的地方不同，可以直接合并。',
  allSettled: '没有要选的地方',
  noBase: '两边没有共同的版本，不能逐段合并。请对比后选用一边。',
  place: '第 {{value}} 处，共 {{of}} 处',
  choice: { mine: '用本机的', theirs: '用对方的', both: '两边都要' },
  keep: '合并为新版本',
  done: '已合并为新版本，合并前的两份仍在“版本”里。',
} as const;
