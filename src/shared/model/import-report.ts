import { z } from 'zod';
import { errorCodeSchema } from '../errors.ts';
import { repairCountSchema } from './repair.ts';

/** What importing changed, counted by kind, with samples to show. Words live under `importing.change.<kind>`. */
export const importChangeSchema = z.strictObject({
  kind: z.enum(['page-chrome', 'caption', 'boilerplate', 'metadata', 'headline', 'dropped-markup']),
  count: z.int().min(1),
  samples: z.array(z.strictObject({ before: z.string(), after: z.string() })).max(20),
});
export type ImportChange = z.infer<typeof importChangeSchema>;

/** What a source held that a draft has no place for, or in another form. Words live under `importing.note.<kind>`. */
export const importNoteSchema = z.strictObject({
  kind: z.enum([
    /** Changes that somebody tracked: taken as accepted. */
    'tracked-changes',
    'comments',
    'text-boxes',
    /** Words that were hidden where they came from: left out. */
    'hidden-text',
    /** Words that were struck through: they stand in the draft, without the line. */
    'strike',
    /** Signs of fonts that nobody here knows: left out. */
    'unknown-signs',
    /** Readings above characters (ruby): left out. */
    'readings',
    /** Equations: their signs are in a line of words now. */
    'equations',
    'headers-footers',
    'contents-list',
    'footnotes',
    'numbering',
    /** Lines that a program broke at the edge of a page: whole again. */
    'lines-joined',
    /** Marks of Markdown (`##`, `**`): formats now. */
    'markdown',
    'macros',
    'embedded-objects',
    /** Films, sounds and cards of a web page. */
    'media',
    /** Cropped or turned there: here they are as they were taken. */
    'edited-pictures',
    /** Charts and SmartArt, which are drawn by the program they came from. */
    'diagrams',
    /** Pictures that did not come with the file; nothing was fetched. */
    'pictures-elsewhere',
    /** Pictures that a page had not loaded yet when it was saved. */
    'pictures-unloaded',
    /** Pictures of codes to scan that stood below an article. */
    'codes',
    /** Animations, and scans of several pages: the first is in the draft. */
    'first-frames',
    /** Pictures beside a saved page that its words have no place for: icons and banners. */
    'pictures-unused',
    /** Attachments of a mail whose words or pictures are in the draft now. */
    'attachments-taken',
    'attachments-left',
    /** An attachment in Outlook's own wrapping, which nobody else opens. */
    'outlook-wrapping',
    /** Characters that could not be read, by the encoding of the file. */
    'unreadable-characters',
  ]),
  count: z.int().min(1),
  /** Names of files as they came, or the first words of what it is about. */
  names: z.array(z.string()).max(50),
});
export type ImportNote = z.infer<typeof importNoteSchema>;

export const importReportSchema = z.strictObject({
  /** The first file's name. */
  fileName: z.string(),
  kind: z.enum(['text', 'html', 'mhtml', 'mail', 'docx', 'rtf', 'pictures', 'package']),
  /** Of what was bytes of text; null elsewhere. */
  encoding: z.enum(['utf-8', 'gb18030', 'big5', 'utf-16le', 'utf-16be']).nullable(),
  changes: z.array(importChangeSchema),
  /** Lines that were set apart: the page's own chrome as it reads once repaired, a document's headers and footers. */
  setApart: z.array(z.string()),
  pictures: z.strictObject({
    taken: z.int().min(0),
    refused: z.array(z.strictObject({ name: z.string(), code: errorCodeSchema })),
  }),
  notes: z.array(importNoteSchema),
  /** What the words need, counted; made already when `repaired`, waiting for the person otherwise. */
  repairs: z.array(repairCountSchema),
  repaired: z.boolean(),
});
export type ImportReport = z.infer<typeof importReportSchema>;
