import type { Words } from '../words.ts';

export const media = {
  empty: 'No pictures in this draft yet',
  emptyHint: 'Drop photos on the sheet, paste them, or press “Picture”. Several at once work.',
  table: 'All pictures',
  figure: 'Picture {{value}}',
  credit: 'Photo',
  alt: 'Alt text',
  decorative: 'Decorative',
  jump: 'See on the sheet',
  noCaption: '(write the caption on the sheet)',
  waiting: 'Waits for its picture',
  importing: 'Adding picture {{done}} of {{total}}',
  refused: '{{name}}: {{why}}',
  refusedTitle: 'Pictures not added: {{count}}. The others were added',
  refusedAll: 'Pictures not added: {{count}}',
  truncatedTitle: 'Incomplete picture',
  truncatedBody:
    '“{{name}}” is incomplete; its lower part may be grey. The file itself was not changed. Add it all the same?',
  truncatedTake: 'Add all the same',
  truncatedSkip: 'Leave out',
  small: 'Less than 800 pixels wide; may look blurred on the page',
  place: 'Says where it was taken; that is removed for publication',
  size: '{{width}}×{{height}}',
} as const satisfies Words['media'];

export const publish = {
  title: 'Publish',
  build: 'Build package',
  building: 'Building',
  buildHint: 'A package can be built once the draft is signed off.',
  cancelBuild: 'Stop building',
  built: 'The package is built and verified.',
  cancelled: 'Stopped; nothing half-made was left.',
  packages: 'Packages',
  verify: 'Verify',
  upload: 'Upload',
  retry: 'Try again',
  cancel: 'Cancel upload',
  portalNotSet: 'No portal is set yet. Set one to upload.',
  openSettings: 'Set the portal…',
  notExporter: 'The present role may not build and upload packages.',
  receipt: 'Receipt',
  publishedAt: 'Published {{time}}',
  openPage: 'Open the page',
  nextTry: 'Tries again at {{time}}',
  bytes: '{{sent}} / {{total}}',
  progress: 'Upload progress',
  hashMatches: 'The receipt matches the package',
  state: {
    queued: 'In the queue',
    sending: 'Uploading',
    verifying: 'The portal verifies',
    published: 'Published',
    waiting: 'Waits to try again',
    failed: 'Needs you',
    cancelled: 'Cancelled',
  },
} as const satisfies Words['publish'];

export const jobs = {
  step: {
    checks: 'Checking the draft',
    pictures: 'Preparing pictures',
    page: 'Writing the page',
    checksums: 'Computing checksums',
    archive: 'Packing',
    verify: 'Verifying',
  },
} as const satisfies Words['jobs'];

export const verify = {
  openAsDraft: 'Open as a new draft',
  title: 'Verification',
  running: 'Verifying “{{file}}”…',
  valid: 'Verified: complete, and the signature is valid.',
  invalid: 'Not verified. Do not use this package.',
  headline: 'Headline',
  name: 'Package',
  signedBy: 'Signed by',
  hash: 'SHA-256',
  files: 'Files: {{count}}',
  refusals: 'Why it was refused',
} as const satisfies Words['verify'];

export const settings = {
  title: 'Settings',
  portal: 'Portal',
  portalUrl: 'Portal address',
  portalUrlHint: 'For example https://portal.example.gov.cn/',
  token: 'Upload token',
  tokenKept: 'A token is kept; leave empty to keep it',
  tokenNone: 'Given to each exporter by the portal’s administrator',
  save: 'Save',
  saved: 'Settings saved.',
  urlInvalid: 'Enter an address that begins with http or https',
  tokenMissing: 'Enter a token',
  bureau: 'Bureau profile',
  bureauHint: 'Columns, sources, boilerplate and roles all come from the bureau profile.',
  useProfile: 'Use another profile…',
  typedPunctuation: 'Half-width signs typed after Chinese',
  punctuation: {
    offer: 'Offer the full-width sign (Tab accepts)',
    automatic: 'Change them at once',
    off: 'Leave them alone',
  },
  profileUsed: 'The profile of “{{name}}” is in use now.',
  host: { electron: 'desktop', browser: 'in the browser' },
} as const satisfies Words['settings'];

export const person = {
  addTitle: 'Add a person',
  name: 'Name',
  role: 'Role',
  add: 'Add and switch',
  switched: 'You are {{name}} now.',
} as const satisfies Words['person'];
