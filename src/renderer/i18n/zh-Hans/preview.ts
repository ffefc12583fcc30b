/** Words of the preview in the portal's template. */
export const preview = {
  title: '预览',
  width: '页面宽度',
  pixels: '{{width}} 像素',
  device: { desktop: '桌面', tablet: '平板', phone: '手机' },
  large: '大字版',
  hint: '与门户发布后的页面逐字节相同；链接只提示，不会离开',
  frame: '页面预览',
} as const;
