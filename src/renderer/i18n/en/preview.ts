import type { Words } from '../words.ts';

/** Words of the preview in the portal's template. */
export const preview = {
  title: 'Preview',
  width: 'Width of the page',
  pixels: '{{width}} pixels',
  device: { desktop: 'Desktop', tablet: 'Tablet', phone: 'Phone' },
  large: 'Large text',
  hint: 'Byte for byte the page that the portal will show; links ask and lead nowhere',
  frame: 'Preview of the page',
} as const satisfies Words['preview'];
