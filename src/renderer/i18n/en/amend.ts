import type { Words } from '../words.ts';

/** Words of corrections and withdrawals of what is live. */
export const amend = {
  card: 'Correction and withdrawal',
  field: 'Amendment',
  kind: {
    correct: 'Correction',
    withdraw: 'Withdrawal',
  },
  title: {
    correct: 'Correct…',
    withdraw: 'Withdraw…',
  },
  explain: {
    correct:
      'The draft opens for changes again. All three reviews pass it anew, then a correction package is built. The portal shows the new words and the note below at the same address, and keeps the old version.',
    withdraw:
      'A withdrawal passes all three reviews as well. Once the portal has its package, the address says that the page was withdrawn; the old version is kept.',
  },
  reason: 'Reason',
  placeholder: {
    correct: 'For example: corrects the date in the second paragraph',
    withdraw: 'For example: the policy is no longer in force',
  },
  begin: {
    correct: 'Begin the correction',
    withdraw: 'Begin the withdrawal',
  },
  underWay: {
    correct: 'Correction under way: {{reason}}. It will replace {{name}} once the three reviews have passed.',
    withdraw: 'Withdrawal under way: {{reason}}. It will take down {{name}} once the three reviews have passed.',
  },
  done: {
    correct: 'Corrected ({{time}}): {{reason}}',
    withdraw: 'Withdrawn ({{time}}): {{reason}}',
  },
  compare: 'Compare with what is live',
  abandon: 'Give up, keep what is live',
  notAllowed: 'This role cannot begin corrections or withdrawals.',
} as const satisfies Words['amend'];
