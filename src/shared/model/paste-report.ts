import { z } from 'zod';

/** What a paste can meet, and what becomes of it. Words live under `paste.kind.<kind>`. */
export const pasteNoteGroups = {
  // stood in the source and stands in the draft
  'kept-heading': 'kept',
  'kept-list': 'kept',
  'kept-table': 'kept',
  'kept-quote': 'kept',
  'kept-link': 'kept',
  'kept-rule': 'kept',
  // words and order are the same, the form is the house's
  'list-rebuilt': 'normalised',
  'list-numbering': 'normalised',
  'number-as-words': 'normalised',
  'heading-guessed': 'normalised',
  'heading-level': 'normalised',
  'line-to-paragraph': 'normalised',
  'line-joined': 'normalised',
  markdown: 'normalised',
  indent: 'normalised',
  strike: 'normalised',
  'table-unwrapped': 'normalised',
  'table-mended': 'normalised',
  'table-split': 'normalised',
  'cell-content': 'normalised',
  caption: 'normalised',
  'text-box': 'normalised',
  'lines-to-one': 'normalised',
  'contents-list': 'normalised',
  equation: 'normalised',
  // pictures that would have been lost
  'picture-rtf': 'rescued',
  'picture-file': 'rescued',
  'picture-data': 'rescued',
  'picture-clipboard': 'rescued',
  // did not come along
  'picture-not-here': 'dropped',
  'picture-remote': 'dropped',
  'picture-lost': 'dropped',
  'picture-metafile': 'dropped',
  'picture-refused': 'dropped',
  'picture-uncropped': 'dropped',
  'picture-first-frame': 'dropped',
  'tracking-pixel': 'dropped',
  icon: 'dropped',
  'hidden-text': 'dropped',
  'value-unseen': 'dropped',
  link: 'dropped',
  script: 'dropped',
  media: 'dropped',
  embedded: 'dropped',
  'form-field': 'dropped',
  reading: 'dropped',
  navigation: 'dropped',
  'review-comment': 'dropped',
  'review-deletion': 'dropped',
} as const;

export type PasteNoteKind = keyof typeof pasteNoteGroups;
export const pasteNoteKinds = Object.keys(pasteNoteGroups) as [PasteNoteKind, ...PasteNoteKind[]];

/** Of each kind so many samples are told. */
export const noteSamplesKept = 20;

const pasteNoteSchema = z.strictObject({
  group: z.enum(['kept', 'normalised', 'rescued', 'dropped']),
  kind: z.enum(pasteNoteKinds),
  count: z.int().min(1),
  /** Words that it was about, shortened; addresses of pictures and links too. */
  samples: z.array(z.string()).max(noteSamplesKept),
});
export type PasteNote = z.infer<typeof pasteNoteSchema>;

/** Programs whose clipboards are known by their marks. */
export const pasteOrigins = [
  'word',
  'wps',
  'excel',
  'outlook',
  'wechat',
  'google-docs',
  'rtf',
  'web',
  'markdown',
  'text',
] as const;

/** What became of a paste, told to the person afterwards. */
export const pasteReportSchema = z.strictObject({
  origin: z.enum(pasteOrigins),
  notes: z.array(pasteNoteSchema).max(pasteNoteKinds.length),
});
export type PasteReport = z.infer<typeof pasteReportSchema>;
