import type { Words } from '../words.ts';

export const windows = {
  open: '開啟新視窗',
  openThis: '在新視窗開啟',
  elsewhere: '此稿已在另一視窗開啟，已切換到那個視窗。',
} as const satisfies Words['windows'];
