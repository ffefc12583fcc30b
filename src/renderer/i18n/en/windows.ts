import type { Words } from '../words.ts';

export const windows = {
  open: 'Open a new window',
  openThis: 'Open in a new window',
  elsewhere: 'This draft is open in another window, which has come forward.',
} as const satisfies Words['windows'];
