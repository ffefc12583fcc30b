export const rescue = {
  title: 'Your drafts could not be opened just now',
  noWayBack: 'The database is damaged, and no usable backup was found. The file stays where it is.',
  start: {
    'disk-full': 'The disk is full, so the drafts cannot be opened. Make room, then press “Try again”.',
    'data-folder-unwritable':
      'The data folder cannot be written, so the drafts cannot be opened. Check its permissions, then press “Try again”.',
    'disk-error': 'The disk fails to read or write, so the drafts cannot be opened. Check it, then press “Try again”.',
  },
  kept: 'Everything that was written is in the data folder. Nothing was changed or deleted:',
  free: '{{free}} free on this disk',
  retry: 'Try again',
  read: 'Open for reading',
  restore: 'Restore a backup',
  empty: 'Begin with nothing',
  quit: 'Quit',
  readHint: 'For reading: look, copy and export, but change nothing.',
  restoreHint: 'Restore: the chosen backup takes the place of the files, which move to the quarantine folder.',
  emptyHint:
    'Begin with nothing: the damaged files move to the quarantine folder, where they can still be saved later.',
  export: 'Take the drafts out',
  exportHint:
    'Take out: each draft that can be read becomes a Word document in your documents folder. The data stays as it is.',
  exported: '{{count}} drafts were taken out:',
  exportedNone:
    'No draft can be read from the data any more. Restore a backup, or give the data folder to somebody who can look into it.',
  unreadable: '{{count}} more could not be read.',
  choose: 'Choose a backup',
  working: 'Opening…',
  readOnly: 'Open for reading only: look and copy, but change nothing.',
  crashed: 'Gaoqian was not closed well last time.',
  crashedDrafts: 'All words that no version held are back. Just go on writing:',
  crashedLine: '“{{headline}}”, {{characters}} characters, until {{at}}',
  crashedMore: 'and {{count}} more drafts',
  logMissing: 'The log of the database is gone: the last seconds may be missing. Please look at the last sentences.',
  compare: 'Have a look',
  place: { network: 'Your drafts lie on a network share.', removable: 'Your drafts lie on a removable disk.' },
  placeAdvice:
    'A lost connection or a pulled plug can damage the database. Better keep the data folder on a disk of this machine, and exchange drafts by export or review files.',
  found: 'The check found: {{problems}}',
  openHealth: 'Open',
} as const;
