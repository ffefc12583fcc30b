import type { Words } from '../words.ts';

/** Words of the preview in the portal's template. */
export const preview = {
  title: '預覽',
  width: '頁面寬度',
  pixels: '{{width}} 像素',
  device: { desktop: '桌面', tablet: '平板', phone: '手機' },
  large: '大字版',
  hint: '與門戶發布後的頁面逐位元組相同；連結只提示，不會離開',
  frame: '頁面預覽',
} as const satisfies Words['preview'];
