import type { Words } from '../words.ts';

export const trash = {
  byWhen: 'Moved here by {{name}}, {{when}}',
  when: 'Moved here {{when}}',
  revisions: '{{value}} versions',
  comments: '{{value}} comments',
  packaged: 'On record',
  purge: 'Delete for good…',
  purgeNow: 'Delete for good',
  askOne: 'Delete “{{headline}}” for good?',
  askMany: 'Delete these {{count}} drafts for good?',
  askBody:
    'Versions: {{revisions}}, comments: {{comments}}. They go with it and cannot be brought back. Review records and the audit log stay; picture files stay on this machine.',
  askStaying: ' Packages were built of {{count}} more, which must stay on record and are not deleted.',
  askOthers: 'and {{count}} more',
  packagedStay: 'A draft of which a package was built must stay on record and cannot be deleted for good.',
  purged: '“{{headline}}” was deleted for good.',
  purgedMany: '{{count}} drafts were deleted for good.',
} as const satisfies Words['trash'];
