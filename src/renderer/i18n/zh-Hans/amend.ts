/** Words of corrections and withdrawals of what is live. */
export const amend = {
  card: '更正与撤稿',
  field: '更正撤稿',
  kind: {
    correct: '更正',
    withdraw: '撤稿',
  },
  title: {
    correct: '更正…',
    withdraw: '撤稿…',
  },
  explain: {
    correct:
      '稿件会重新打开供修改，改完须重新三审，再生成更正包上传。门户在原地址显示新内容和下面的更正说明，原来的一版留档。',
    withdraw: '撤稿也须三审。门户收到撤稿包后，原地址不再显示内容，答复“已撤下”；原来的一版留档。',
  },
  reason: '原因',
  placeholder: {
    correct: '例如：更正第二段中的日期',
    withdraw: '例如：政策已废止',
  },
  begin: {
    correct: '开始更正',
    withdraw: '开始撤稿',
  },
  underWay: {
    correct: '正在更正：{{reason}}。将替换 {{name}}，三审通过后生成更正包。',
    withdraw: '正在撤稿：{{reason}}。将撤下 {{name}}，三审通过后生成撤稿包。',
  },
  done: {
    correct: '已更正（{{time}}）：{{reason}}',
    withdraw: '已撤稿（{{time}}）：{{reason}}',
  },
  compare: '与在线版本对照',
  abandon: '放弃，恢复在线版本',
  notAllowed: '当前岗位不能发起更正或撤稿。',
} as const;
