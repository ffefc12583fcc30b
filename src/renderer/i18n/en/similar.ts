import type { Words } from '../words.ts';

export const similar = {
  title: 'This event may have been told before',
  published: 'Published {{at}}',
  package: 'Packaged {{at}}',
  draft: 'Draft {{at}}',
  compareWith: 'Compare with “{{name}}”',
  openThis: 'Open “{{name}}”',
  dismiss: 'Not for this draft',
} as const satisfies Words['similar'];
