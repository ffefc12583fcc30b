/** Words of the files that go with a release. */
export const attachments = {
  title: '附件',
  add: '加入附件…',
  adding: '正在加入“{{name}}”…',
  nameOf: '{{name}}，第 {{value}} 个附件的名称',
  look: '看一看',
  moveUp: '上移',
  remove: '移除',
  hint: '读者下载的文件，随稿送审，签发后不能再改。可用 {{types}}，每个不超过 {{limit}}\u00a0MB。',
  known: '已有同样的附件“{{name}}”，没有再加。',
  tooMany: '附件最多 {{limit}} 个。',
  written: '附件已另存',
} as const;
