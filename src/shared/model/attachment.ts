import { z } from 'zod';
import { fileNameOf } from '../file-name.ts';
import { sha256Schema } from '../ids.ts';

/**
 * What may go with a release, by the ending of its name, and the type under which a portal serves it: the office formats of
 * the house, the two of fixed pages (PDF, and OFD of GB/T 33190), tables and text as data, and archives of them.
 */
export const attachmentTypes = {
  pdf: 'application/pdf',
  ofd: 'application/ofd',
  doc: 'application/msword',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  wps: 'application/wps-office.wps',
  xls: 'application/vnd.ms-excel',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  et: 'application/wps-office.et',
  txt: 'text/plain',
  csv: 'text/csv',
  zip: 'application/zip',
} as const;
export type AttachmentType = keyof typeof attachmentTypes;

export const attachmentTypeNames = Object.keys(attachmentTypes) as readonly AttachmentType[];
export const attachmentTypeSchema = z.enum(attachmentTypeNames);

/** Of one file: an entry of a package holds no more. */
export const attachmentLimitMegabytes = 100;
/** Of all of a draft together: beside pages and pictures they have to fit into a package. */
export const attachmentsLimitMegabytes = 400;
export const mostAttachments = 20;

/** A file that goes with the release. Its bytes lie in the private media folder under their hash. */
export const attachmentSchema = z.strictObject({
  sha256: sha256Schema,
  /** What readers see and download, without the ending: `附件1 补贴申请表`. */
  title: z.string().refine((title) => title !== '' && fileNameOf(title, '') === title),
  type: attachmentTypeSchema,
  bytes: z.int().min(1),
});
export type Attachment = z.infer<typeof attachmentSchema>;

/** The name under which a reader gets it. */
export function attachmentName({ title, type }: Pick<Attachment, 'title' | 'type'>): string {
  return `${title}.${type}`;
}

/** The type that a name promises; undefined for what is not taken in. */
export function typeOfName(name: string): AttachmentType | undefined {
  const ending = /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase();
  return attachmentTypeNames.find((type) => type === ending);
}

/** What a file is called at first: its name without the ending, fit to be one again. */
export function titleOfName(name: string): string {
  return fileNameOf(name.replace(/\.[a-z]+$/i, ''), '附件');
}

/** `1.2 MB`, `86 KB`: for pages and papers, the same in every language. */
export function sizeWords(bytes: number): string {
  const kilobytes = bytes / 1024;
  return kilobytes < 1000 ? `${Math.max(1, Math.round(kilobytes))} KB` : `${(kilobytes / 1024).toFixed(1)} MB`;
}
