import type { Words } from '../words.ts';

/** Words of the forms of a draft beside package and Word document. */
export const targets = {
  title: '其他格式',
  hint: '供歸檔、傳閱，或發到其他管道；文字與門戶頁面一致。',
  name: {
    'page-pdf': '頁面 PDF',
    'sign-off-pdf': '稿簽 PDF',
    wechat: '公眾號',
    text: '純文字',
  },
  written: {
    'page-pdf': '頁面 PDF 已產生',
    'sign-off-pdf': '稿簽 PDF 已產生',
    wechat: '公眾號網頁已產生：用瀏覽器打開，全選複製到公眾號編輯器，再按頁上的提示插入圖片',
    text: '純文字已產生',
  },
} as const satisfies Words['targets'];
