import type { ChecklistRule } from '#shared/checklist/checklist-source.ts';
import type { Words } from '../words.ts';

/** Words of the checklist before publishing, and of its rules beside house style. */
export const checklist = {
  title: '發布前檢查',
  open: '還差 {{errors}} 項錯誤要改正，{{warnings}} 條警告要改正或說明。',
  ready: '可以生成發布包：沒有錯誤，警告都已處理或說明。',
  group: {
    error: '錯誤（必須改正）',
    warning: '警告（改正，或說明理由）',
    hint: '提示',
  },
  source: {
    text: '文字與圖片',
    leaders: '領導姓名職務',
    boilerplates: '固定用語',
    links: '連結',
    attachments: '附件',
    reviews: '審核',
    publication: '發布時間',
    channels: '管道',
  },
  waive: '說明理由…',
  takeBack: '收回',
  waived: '保留：{{reason}}（{{name}}，{{time}}）',
  reason: '保留的理由',
  reasonMissing: '請寫明理由，至少兩個字',
  reasonPlaceholder: '例如：來稿單位確認無誤',
  alike: '同類的 {{count}} 條用同一理由',
  keep: '保留這條警告',
  letStand: '保留的警告（{{count}} 條）',
  rehearsal: '巡檢預演',
  passed: '{{score}} 分，合格',
  failed: '{{score}} 分，不合格',
  line: '檢查項',
  count: '發現',
  points: '扣分',
  veto: '單項否決',
  rehearsalHint:
    '參照國辦秘函〔2019〕19號的檢查內容，對這一頁預先打分。該文件按全站計分，這裡的分值是稿籤自定的；連結只看地址是否合規，不代替實際訪問。',
  inspection: {
    wording: '嚴重表述錯誤（領導姓名、職務）',
    privacy: '洩露個人資訊',
    unconfirmed: '未核實的內容',
    tags: '頁面標籤缺失',
    values: '標籤內容不當',
    links: '連結地址不可用',
    alt: '圖片缺替代文字',
    typos: '文字差錯',
  },
} as const satisfies Words['checklist'];

export const checklistRuleWords = {
  'leader-name': { title: '姓名疑似有誤：{{office}}{{found}}', why: '人員表裡的{{office}}是{{name}}，請核對姓名。' },
  'leader-office': { title: '職務疑似有誤：{{office}}{{name}}', why: '人員表裡 {{name}} 在發布當日不任此職，請核對。' },
  'link-malformed': { title: '連結打不開：{{text}}', why: '地址寫得不完整或帶進了標點：{{url}}。請改正或取消連結。' },
  'link-inside': { title: '內網地址：{{text}}', why: '讀者打不開，也會暴露內部網路：{{url}}。請換成公開的地址。' },
  'link-test': { title: '示例地址：{{text}}', why: '{{url}} 是留給舉例用的網域，不會有真的網頁。請換成真實地址。' },
  'link-short': { title: '短連結：{{text}}', why: '讀者看不出通向哪裡，服務停了連結就斷：{{url}}。請用完整的地址。' },
  'link-fleeting': {
    title: '臨時連結：{{text}}',
    why: '這是限時有效的地址，過後會打不開：{{url}}。請用長期有效的地址。',
  },
  'attachment-missing': { title: '附件不在本機：{{name}}', why: '檔案已損壞或不在資料庫裡，請移除後重新加入。' },
  'attachment-type': { title: '附件類型不在允許之列：{{name}}', why: '單位設定不允許發布這類檔案，請換一種格式。' },
  'attachment-large': { title: '附件太大：{{name}}（{{size}}）', why: '每個附件不超過 {{limit}}，請壓縮或拆分。' },
  'attachments-large': { title: '附件合計太大：{{size}}', why: '全部附件不超過 {{limit}}，否則裝不進一個發布包。' },
  'attachment-twice': { title: '兩個附件同名：{{name}}', why: '讀者分不清，請改名，或說明為什麼保留。' },
  'review-missing': { title: '還沒有完成三審簽發', why: '初審、複審、終審都通過現在的內容後，才能生成發布包。' },
  'comments-open': { title: '還有 {{count}} 條批註沒有處理', why: '請逐條處理，或說明為什麼可以不處理。' },
  'boilerplate-old': {
    title: '固定用語有新版本：{{title}}',
    why: '稿件裡用的是舊文字，請換成新版本，或說明為什麼保留。',
  },
  'boilerplate-unknown': {
    title: '固定用語不在單位設定裡：{{title}}',
    why: '可能來自別的單位或已停用，請確認文字仍然適用。',
  },
  'planned-past': { title: '計劃發布時間已過：{{time}}', why: '頁面會標註這個過去的時間，請改正，或說明原因。' },
  'channel-differs': {
    title: '管道「{{channel}}」的文字與稿件不一致：{{text}}',
    why: '同一篇稿件在各管道必須說的一樣。這是程式的問題，請不要發布並告知維護人員。',
  },
  'wechat-title': {
    title: '公眾號標題過長：{{count}} 字',
    why: '公眾號標題最多 {{limit}} 字，請縮短，或說明不發公眾號。',
  },
  'wechat-digest': { title: '公眾號摘要會被截斷：{{count}} 字', why: '公眾號摘要最多顯示 {{limit}} 字。' },
  'wechat-length': {
    title: '公眾號正文過長：{{count}} 字',
    why: '公眾號正文最多 {{limit}} 字，請分篇，或說明不發公眾號。',
  },
} as const satisfies Pick<Words['checks'], ChecklistRule>;
