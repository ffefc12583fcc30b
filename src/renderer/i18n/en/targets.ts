import type { Words } from '../words.ts';

/** Words of the forms of a draft beside package and Word document. */
export const targets = {
  title: 'Other forms',
  hint: 'For the archive, for paper and for other channels; the words are those of the portal’s page.',
  name: {
    'page-pdf': 'Page as PDF',
    'sign-off-pdf': 'Sign-off sheet as PDF',
    wechat: 'WeChat',
    text: 'Plain text',
  },
  written: {
    'page-pdf': 'The page is printed as PDF',
    'sign-off-pdf': 'The sign-off sheet is printed as PDF',
    wechat:
      'The page for WeChat is written: open it in a browser, copy all of it into WeChat’s editor, then put in the pictures where it says so',
    text: 'The plain text is written',
  },
} as const satisfies Words['targets'];
