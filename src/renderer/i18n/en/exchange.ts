import type { Words } from '../words.ts';

export const exchange = {
  export: 'Export with history…',
  exportShort: 'Export…',
  exportThis: 'Export this draft with its history',
  import: 'Import an exchange file…',
  writing: 'Exporting {{count}} drafts…',
  written: '{{count}} drafts with their whole history are in the exchange file.',
  reading: 'Importing “{{file}}”…',
  taken: '{{count}} drafts were in the exchange file.',
  forked: ' (reviewed on both sides; the records here stand)',
  trustTitle: 'First exchange file from “{{name}}”',
  trustBody:
    'Compare this fingerprint with the sender before you open it. Once trusted, files signed with this key open without asking.',
  trashed: {
    title: 'These drafts are in the bin here',
    body: 'They can be restored and joined with the other side; or the other side’s words become new drafts and the bin stays as it is.',
    others: ' The other drafts of the file have been taken in.',
    restore: 'Restore and join',
    copy: 'Take in as new',
    leave: 'Skip',
  },
  outcome: {
    conflict: 'Changed on both sides, both kept: {{count}}; compare or merge them when opened',
    created: 'New here: {{count}}',
    updated: 'Brought up to the other side: {{count}}',
    unchanged: 'Nothing new: {{count}}',
    'in-trash': 'In the bin here, not taken in: {{count}}',
  },
  step: {
    checks: 'Checking the draft',
    pictures: 'Preparing pictures',
    page: 'Putting words together',
    checksums: 'Computing checksums',
    archive: 'Packing or unpacking',
    verify: 'Verifying the result',
    database: 'Reading the database',
    words: 'Going through drafts',
    media: 'Comparing pictures',
  },
} as const satisfies Words['exchange'];

export const lacking = {
  title: 'Files that are missing: {{count}}. All words are there',
  figure: '“{{headline}}”, figure {{value}} {{name}}',
  earlier: '“{{headline}}”, a picture of earlier versions {{name}}',
  attachment: '“{{headline}}”, attachment {{name}}',
} as const satisfies Words['lacking'];

export const merge = {
  title: 'Merge both sides',
  open: 'Merge by block…',
  questions: 'What one side alone changed is merged. In {{count}} places both did: choose whose shall stand.',
  noQuestions: 'The two sides changed different places and can be merged.',
  allSettled: 'Nothing to choose',
  noBase: 'The two sides share no version and cannot be merged by block. Compare them and choose one.',
  place: 'Place {{value}} of {{of}}',
  sides: { mine: 'This machine', theirs: 'Other side' },
  choice: { mine: 'Mine', theirs: 'Theirs', both: 'Both' },
  keep: 'Merge into a new version',
  done: 'Merged into a new version; both sides stay among the versions.',
} as const satisfies Words['merge'];
