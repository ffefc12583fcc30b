import { z } from 'zod';
import { errorCodeSchema, errorParamsSchema } from '../errors.ts';
import { idSchema, momentSchema, sha256Schema } from '../ids.ts';
import { reviewStepSchema } from './review.ts';

/** A package that was built here. */
export const packageRecordSchema = z.strictObject({
  id: idSchema,
  draftId: idSchema,
  revisionId: idSchema,
  /** `TSZJ-20220316-0007-r3`: bureau code, date, number, revision. Also the file's name and its one top folder. */
  name: z.string(),
  zipSha256: sha256Schema,
  bytes: z.int().min(1),
  /** Where the zip lies, for people. */
  path: z.string(),
  createdAt: momentSchema,
});
export type PackageRecord = z.infer<typeof packageRecordSchema>;

export const listedPackageSchema = packageRecordSchema.extend({
  /** Of the words that it was built of. */
  contentHash: sha256Schema,
  /** Of those words. */
  headline: z.string(),
});
export type ListedPackage = z.infer<typeof listedPackageSchema>;

/** What a package says of itself, in words for people: only of one that hangs together. */
export const packageAboutSchema = z.strictObject({
  action: z.enum(['publish', 'correct', 'withdraw']),
  /** Of a correction or withdrawal. */
  reason: z.string(),
  column: z.string(),
  contentSource: z.string(),
  /** `YYYY-MM-DD HH:mm`, as the page says. */
  pubDate: z.string(),
  pictures: z.int().min(0),
  attachments: z.int().min(0),
  /** Who passed the three steps, in order. */
  signedOff: z.array(z.strictObject({ step: reviewStepSchema, name: z.string(), at: momentSchema })),
  /** Warnings that somebody let stand. */
  waived: z.array(z.strictObject({ reason: z.string(), name: z.string() })),
});
export type PackageAbout = z.infer<typeof packageAboutSchema>;

/** What the reader says of a package or review file: every refusal, and what it holds. */
export const verifyReportSchema = z.strictObject({
  valid: z.boolean(),
  name: z.string(),
  headline: z.string(),
  /** Null for a review file, and for what was refused. */
  about: packageAboutSchema.nullable(),
  zipSha256: sha256Schema,
  /** Fingerprint of the key that signed, empty when there is none. */
  signedBy: z.string(),
  files: z.array(z.strictObject({ path: z.string(), bytes: z.int().min(0), sha256: sha256Schema })),
  refusals: z.array(z.strictObject({ code: errorCodeSchema, params: errorParamsSchema })),
});
export type VerifyReport = z.infer<typeof verifyReportSchema>;
