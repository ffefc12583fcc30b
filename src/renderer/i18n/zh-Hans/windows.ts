export const windows = {
  open: '打开新窗口',
  openThis: '在新窗口打开',
  elsewhere: '此稿已在另一窗口打开，已切换到那个窗口。',
} as const;
