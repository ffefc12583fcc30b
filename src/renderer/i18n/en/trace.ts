import type { Words } from '../words.ts';

export const trace = {
  title: 'History of this sentence',
  none: 'This sentence has not changed since the first version.',
  written: 'Written',
  changed: 'Changed',
  unkept: 'No version yet',
} as const satisfies Words['trace'];
