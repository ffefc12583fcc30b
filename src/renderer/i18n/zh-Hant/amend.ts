import type { Words } from '../words.ts';

/** Words of corrections and withdrawals of what is live. */
export const amend = {
  card: '更正與撤稿',
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
      '稿件會重新打開供修改，改完須重新三審，再產生更正包上傳。門戶在原地址顯示新內容和下面的更正說明，原來的一版留檔。',
    withdraw: '撤稿也須三審。門戶收到撤稿包之後，原地址不再顯示內容，答覆「已撤下」；原來的一版留檔。',
  },
  reason: '原因',
  placeholder: {
    correct: '例如：更正第二段中的日期',
    withdraw: '例如：政策已廢止',
  },
  begin: {
    correct: '著手更正',
    withdraw: '著手撤稿',
  },
  underWay: {
    correct: '正在更正：{{reason}}。將替換 {{name}}，三審通過之後產生更正包。',
    withdraw: '正在撤稿：{{reason}}。將撤下 {{name}}，三審通過之後產生撤稿包。',
  },
  done: {
    correct: '已更正（{{time}}）：{{reason}}',
    withdraw: '已撤稿（{{time}}）：{{reason}}',
  },
  compare: '與線上版本對照',
  abandon: '放棄，恢復線上版本',
  notAllowed: '當前崗位不能發起更正或撤稿。',
} as const satisfies Words['amend'];
