import type { Words } from '../words.ts';

export const exchange = {
  export: '匯出稿件包…',
  exportShort: '匯出…',
  exportThis: '匯出目前稿件為稿件包',
  import: '匯入稿件包…',
  writing: '正在匯出 {{count}} 篇稿件…',
  written: '{{count}} 篇稿件連同全部歷史已寫進稿件包。',
  reading: '正在匯入「{{file}}」…',
  taken: '稿件包裡共 {{count}} 篇稿件。',
  forked: '（兩邊都審過，保留本機的審核紀錄）',
  trustTitle: '第一次收到「{{name}}」的稿件包',
  trustBody: '請與對方核對下面的金鑰指紋，一致再開啟。信任後，以後收到同一把鑰匙簽的稿件包和審稿包不再詢問。',
  trashed: {
    title: '這些稿件在本機的回收站裡',
    body: '可以恢復出來，與對方的合在一起；也可以把對方的收為新稿件，回收站裡的不動。',
    others: '稿件包裡的其餘稿件已經匯入。',
    restore: '恢復並合併',
    copy: '收為新稿件',
    leave: '略過',
  },
  outcome: {
    conflict: '兩邊都改過、都已保留 {{count}} 篇，開啟後可對比或合併',
    created: '新收進 {{count}} 篇',
    updated: '更新到對方版本 {{count}} 篇',
    unchanged: '沒有新內容 {{count}} 篇',
    'in-trash': '在回收站裡、沒有匯入 {{count}} 篇',
  },
  step: {
    checks: '檢查稿件',
    pictures: '處理圖片',
    page: '整理文字',
    checksums: '計算校驗值',
    archive: '打包或拆包',
    verify: '驗證成品',
    database: '讀取資料庫',
    words: '處理稿件',
    media: '核對圖片',
  },
} as const satisfies Words['exchange'];

export const lacking = {
  title: '缺 {{count}} 個檔案，文字都在',
  figure: '《{{headline}}》圖 {{value}} {{name}}',
  earlier: '《{{headline}}》以前版本裡的圖片 {{name}}',
  attachment: '《{{headline}}》附件 {{name}}',
} as const satisfies Words['lacking'];

export const merge = {
  title: '合併兩邊的改動',
  open: '逐段合併…',
  questions: '只有一邊改過的地方已經合好；還有 {{count}} 處兩邊都改了，請選用哪一邊。',
  noQuestions: '兩邊改的地方不同，可以直接合併。',
  allSettled: '沒有要選的地方',
  noBase: '兩邊沒有共同的版本，不能逐段合併。請對比後選用一邊。',
  place: '第 {{value}} 處，共 {{of}} 處',
  sides: { mine: '本機', theirs: '對方' },
  choice: { mine: '用本機的', theirs: '用對方的', both: '兩邊都要' },
  keep: '合併為新版本',
  done: '已合併為新版本，合併前的兩份仍在「版本」裡。',
} as const satisfies Words['merge'];
