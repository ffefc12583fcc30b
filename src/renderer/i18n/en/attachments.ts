import type { Words } from '../words.ts';

/** Words of the files that go with a release. */
export const attachments = {
  title: 'Attachments',
  add: 'Add attachments…',
  adding: 'Adding “{{name}}”…',
  nameOf: 'Name of attachment {{value}}, {{name}}',
  look: 'Look at it',
  moveUp: 'Move up',
  remove: 'Remove',
  hint: 'Files that readers download. They are reviewed with the draft and stay as signed. {{types}}, up to {{limit}}\u00a0MB each.',
  known: '“{{name}}” is attached already and was not added again.',
  tooMany: 'A draft holds at most {{limit}} attachments.',
  written: 'A copy of the attachment was written',
} as const satisfies Words['attachments'];
