import type { Words } from '../words.ts';
import type { rules as simplified } from '../zh-Hans/rules.ts';

export const rules = {
  'metadata-required': { title: '缺少{{field}}', why: '政府網站頁面應當標明這一項（國辦發〔2017〕47號）。' },
  'metadata-value': { title: '{{field}}不合格式', why: '現在填的是「{{text}}」，頁面上不能這樣用，請改正。' },
  'headline-length': { title: '標題過長：{{count}} 字', why: '標題以 {{limit}} 字以內為宜，過長在清單裡會被截斷。' },
  'list-title-length': {
    title: '列表標題過長：{{count}} 字',
    why: '列表標題以 {{limit}} 字以內為宜，過長會被入口網站的列表截斷。',
  },
  'abstract-length': { title: '摘要過長：{{count}} 字', why: '摘要以 {{limit}} 字以內為宜。' },
  'picture-missing': { title: '圖片還沒有放入', why: '說明已經寫好，請放入對應的照片。' },
  'picture-small': { title: '圖片偏小：寬 {{width}} 像素', why: '寬度不足 800 像素，頁面上可能不清楚。' },
  'picture-twice': { title: '與本稿圖 {{figures}} 相同或相近', why: '同一畫面在一篇稿件裡出現兩次，請確認是否需要。' },
  'picture-used': { title: '此圖 {{month}} 已用於《{{headline}}》', why: '讀者可能見過這張圖，請確認是否合適。' },
  'picture-in-draft': { title: '此圖也在稿件《{{headline}}》中', why: '兩篇都發布時，同一張圖會出現兩次。' },
  'picture-alike': { title: '與《{{headline}}》的圖相近', why: '畫面相近的圖 {{month}} 用在那篇裡，請確認是否重複。' },
  'caption-missing': { title: '缺圖片說明', why: '每張圖片都要寫明時間、地點、人物或事件。' },
  'caption-hidden': { title: '圖片說明已隱藏', why: '說明保留在稿件裡，但讀者看不到；需要說明時請恢復顯示。' },
  'caption-full-stop': { title: '圖片說明末尾有句號', why: '說明是短語時，末尾不用句號。' },
  'credit-missing': { title: '缺攝影署名', why: '請寫明攝影者或圖片來源。' },
  'alt-missing': { title: '缺替代文字', why: '讀屏用戶看不到圖片內容，可由圖片說明生成。' },
  'table-wide': {
    title: '表格過寬：{{columns}} 欄',
    why: '估計至少要 {{width}} 字寬，門戶版心約 {{limit}} 字，會擠成一字一行。請減少欄數、縮短用語，或拆成兩張表。',
  },
  'to-confirm': { title: '【待核】{{text}}', why: '還沒有核實，核實前不能生成發布包。' },
  'external-link': { title: '站外連結 {{host}}', why: '讀者點開時，門戶會先提示即將離開本網站。' },
  'link-refused': { title: '連結地址不能用', why: '可用 http、https、郵件和電話地址，請改正或取消連結。' },
  'pinyin-residue': { title: '誤留的拼音 {{text}}', why: '多半是網頁轉換時留下的，應當去掉。' },
  'half-width-punctuation': { title: '半形標點 {{text}}', why: '漢字之間應使用全形標點（GB/T 15834—2011）。' },
  'dot-between-han': {
    title: '漢字之間的半形點“{{text}}”',
    why: '外國人名、少數民族人名中間用“·”，句子結束用“。”（GB/T 15834—2011）。',
  },
  'blank-beside-stop': { title: '標點旁多了空格：{{text}}', why: '漢字之間的標點前後不空格（GB/T 15834—2011）。' },
  'id-number': { title: '疑似身份證號 {{text}}', why: '公開頁面不得洩露個人資訊，請刪去或遮蓋。' },
  'mobile-number': { title: '疑似手機號 {{text}}', why: '公開頁面一般不寫個人手機號，請確認可以公開。' },
} as const satisfies Pick<Words['checks'], keyof typeof simplified>;
