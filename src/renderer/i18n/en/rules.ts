import type { Words } from '../words.ts';
import type { rules as simplified } from '../zh-Hans/rules.ts';

export const rules = {
  'metadata-required': { title: 'Missing: {{field}}', why: 'A government page is to carry it (国办发〔2017〕47号).' },
  'metadata-value': { title: 'Not valid: {{field}}', why: 'It says “{{text}}”, which a page cannot carry. Mend it.' },
  'headline-length': {
    title: 'Long headline: {{count}}',
    why: 'Up to {{limit}} characters fit; lists cut longer ones off.',
  },
  'list-title-length': {
    title: 'Long list title: {{count}}',
    why: 'Up to {{limit}} characters are best; the lists of the portal cut longer ones.',
  },
  'abstract-length': { title: 'Long abstract: {{count}}', why: 'Up to {{limit}} characters are best.' },
  'picture-missing': { title: 'Picture not added yet', why: 'Its caption is there; add the photo that belongs to it.' },
  'picture-small': {
    title: 'Small picture: {{width}} pixels wide',
    why: 'Below 800 pixels it may look blurred on the page.',
  },
  'picture-twice': {
    title: 'The same as figure {{figures}} here, or much like it',
    why: 'One view stands twice in this draft. Is that meant?',
  },
  'picture-used': {
    title: 'Used in “{{headline}}”, {{month}}',
    why: 'Readers may have seen this picture. Is it still right here?',
  },
  'picture-in-draft': {
    title: 'Also in the draft “{{headline}}”',
    why: 'When both are published, one picture stands twice.',
  },
  'picture-alike': {
    title: 'Much like a picture of “{{headline}}”',
    why: 'A picture that looks alike was used there, {{month}}. Is this one meant?',
  },
  'caption-missing': { title: 'Caption missing', why: 'Each picture says when, where, who or what.' },
  'caption-hidden': {
    title: 'Caption hidden',
    why: 'It is kept in the draft but readers do not see it. Show it again where it is needed.',
  },
  'caption-full-stop': { title: 'Caption ends with a full stop', why: 'A caption that is a phrase ends without one.' },
  'credit-missing': { title: 'Photo credit missing', why: 'Name the photographer or the source.' },
  'alt-missing': {
    title: 'Alt text missing',
    why: 'People who use a screen reader cannot see the picture. The caption can serve.',
  },
  'table-wide': {
    title: 'Table too wide: {{columns}} columns',
    why: 'It needs about {{width}} characters, the portal’s column has {{limit}}. Use fewer columns or shorter words, or make two tables.',
  },
  'to-confirm': { title: 'To be confirmed: {{text}}', why: 'Nobody verified it yet; no package until then.' },
  'external-link': { title: 'Outside link {{host}}', why: 'The portal tells readers that they leave the site.' },
  'link-refused': {
    title: 'Address cannot be used',
    why: 'http, https, mail and telephone addresses work. Mend or remove the link.',
  },
  'pinyin-residue': { title: 'Stray pinyin {{text}}', why: 'Most likely left by a converter; it should go.' },
  'half-width-punctuation': {
    title: 'Half-width {{text}}',
    why: 'Between Han characters the full-width form is used (GB/T 15834—2011).',
  },
  'dot-between-han': {
    title: 'Half-width stop between Han: {{text}}',
    why: 'In names of foreigners and minorities it is “·”, at the end of a sentence “。” (GB/T 15834—2011).',
  },
  'blank-beside-stop': {
    title: 'Blank at punctuation: {{text}}',
    why: 'Between Han characters no blank stands beside a comma or stop (GB/T 15834—2011).',
  },
  'id-number': {
    title: 'Looks like an identity number: {{text}}',
    why: 'A public page must not show personal data; remove or mask it.',
  },
  'mobile-number': {
    title: 'Looks like a mobile number: {{text}}',
    why: 'A public page seldom carries one; make sure it may be public.',
  },
} as const satisfies Pick<Words['checks'], keyof typeof simplified>;
