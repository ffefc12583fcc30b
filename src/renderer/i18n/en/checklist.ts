import type { ChecklistRule } from '#shared/checklist/checklist-source.ts';
import type { Words } from '../words.ts';

/** Words of the checklist before publishing, and of its rules beside house style. */
export const checklist = {
  title: 'Checklist before publishing',
  open: '{{errors}} errors to mend, {{warnings}} warnings to mend or explain.',
  ready: 'Ready for a package: no errors, and every warning is settled or explained.',
  group: {
    error: 'Errors (must be mended)',
    warning: 'Warnings (mend, or say why they stay)',
    hint: 'Hints',
  },
  source: {
    text: 'Text and pictures',
    leaders: 'Leaders and offices',
    boilerplates: 'Boilerplate',
    links: 'Links',
    attachments: 'Attachments',
    reviews: 'Review',
    publication: 'Time of publication',
    channels: 'Channels',
  },
  waive: 'Give a reason…',
  takeBack: 'Take back',
  waived: 'Stays: {{reason}} ({{name}}, {{time}})',
  reason: 'Why it stays',
  reasonMissing: 'Give a reason of at least two characters',
  reasonPlaceholder: 'For example: confirmed by the source',
  alike: 'The same reason for all {{count}} of this kind',
  keep: 'Let it stand',
  letStand: 'Warnings that stay ({{count}})',
  rehearsal: 'Inspection rehearsal',
  passed: '{{score}} points, pass',
  failed: '{{score}} points, fail',
  line: 'What is looked for',
  count: 'Found',
  points: 'Points',
  veto: 'Fails the site',
  rehearsalHint:
    'Counts this page by what 国办秘函〔2019〕19号 looks for. That document counts whole sites; the points here are Gaoqian’s own. Links are judged by their address and not visited.',
  inspection: {
    wording: 'Severe wording (leaders’ names, offices)',
    privacy: 'Personal data',
    unconfirmed: 'Unconfirmed facts',
    tags: 'Missing page tags',
    values: 'Unusable tag values',
    links: 'Unusable link addresses',
    alt: 'Pictures without alternative text',
    typos: 'Typing faults',
  },
} as const satisfies Words['checklist'];

export const checklistRuleWords = {
  'leader-name': {
    title: 'A name may be wrong: {{office}}{{found}}',
    why: 'The table of office-holders has {{name}} as {{office}}. Check the name.',
  },
  'leader-office': {
    title: 'An office may be wrong: {{office}}{{name}}',
    why: '{{name}} does not hold this office on the day of publication. Check it.',
  },
  'link-malformed': {
    title: 'A link leads nowhere: {{text}}',
    why: 'The address is not whole, or has punctuation in it: {{url}}. Mend or remove the link.',
  },
  'link-inside': {
    title: 'An address of the house network: {{text}}',
    why: 'Readers cannot reach {{url}}, and it tells of the network. Use a public address.',
  },
  'link-test': {
    title: 'An address for examples: {{text}}',
    why: '{{url}} is reserved for examples and has no page. Use the real address.',
  },
  'link-short': {
    title: 'A shortened link: {{text}}',
    why: 'Readers cannot see where {{url}} leads, and it dies with its service. Use the whole address.',
  },
  'link-fleeting': {
    title: 'A link for a short time: {{text}}',
    why: '{{url}} is valid for a while only. Use an address that stays.',
  },
  'attachment-missing': {
    title: 'An attachment is not on this machine: {{name}}',
    why: 'The file is damaged or gone. Remove it and add it again.',
  },
  'attachment-type': {
    title: 'This type may not be attached: {{name}}',
    why: 'The bureau’s profile does not let such files out. Use another format.',
  },
  'attachment-large': {
    title: 'An attachment is too large: {{name}} ({{size}})',
    why: 'Each may have up to {{limit}}. Make it smaller or split it.',
  },
  'attachments-large': {
    title: 'The attachments are too large together: {{size}}',
    why: 'All of them may have up to {{limit}}, or no package can hold them.',
  },
  'attachment-twice': {
    title: 'Two attachments have one name: {{name}}',
    why: 'Readers cannot tell them apart. Rename one, or say why it stays.',
  },
  'review-missing': {
    title: 'The three reviews are not complete',
    why: 'All three must pass the text as it stands now before a package can be built.',
  },
  'comments-open': {
    title: '{{count}} comments are still open',
    why: 'Settle each one, or say why they may stay open.',
  },
  'boilerplate-old': {
    title: 'A newer boilerplate exists: {{title}}',
    why: 'The draft holds the older words. Renew them, or say why they stay.',
  },
  'boilerplate-unknown': {
    title: 'Boilerplate not in the profile: {{title}}',
    why: 'It may come from another bureau or be out of use. Check that the words still hold.',
  },
  'planned-past': {
    title: 'The planned time has passed: {{time}}',
    why: 'The page would carry this past time. Change it, or say why.',
  },
  'channel-differs': {
    title: 'The channel “{{channel}}” differs from the draft: {{text}}',
    why: 'Every channel has to say the same. This is a fault of the program: do not publish, and tell whoever maintains it.',
  },
  'wechat-title': {
    title: 'Long for a WeChat title: {{count}}',
    why: 'WeChat takes up to {{limit}} characters. Shorten it, or say that it does not go to WeChat.',
  },
  'wechat-digest': {
    title: 'WeChat will cut the abstract: {{count}}',
    why: 'WeChat shows up to {{limit}} characters of it.',
  },
  'wechat-length': {
    title: 'Long for WeChat: {{count}}',
    why: 'WeChat takes up to {{limit}} characters. Split it, or say that it does not go to WeChat.',
  },
} as const satisfies Pick<Words['checks'], ChecklistRule>;
