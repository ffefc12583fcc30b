import { z } from 'zod';
import { idSchema, momentSchema, sha256Schema } from '../ids.ts';

/** Ids, codes and counts; never words. */
export const auditFactsSchema = z.record(z.string(), z.union([z.string(), z.number()]));

/**
 * A line of the audit log. `hash` is the SHA-256 of the canonical JSON of the stored line without it, `previousHash` that
 * of the line before: no line can be changed, dropped or moved unseen. Names and headlines are those of today.
 */
export const auditEntrySchema = z.strictObject({
  sequence: z.int().min(1),
  at: momentSchema,
  /** Null for what the program did by itself. */
  personId: idSchema.nullable(),
  personName: z.string().nullable(),
  event: z.string(),
  facts: auditFactsSchema,
  /** Null for a line about none, and about one that is not here. */
  draftId: idSchema.nullable(),
  headline: z.string().nullable(),
  /** Of a draft that was deleted for good: its number is all that it is called by then. */
  purgedNumber: z.int().nullable(),
  previousHash: sha256Schema.nullable(),
  hash: sha256Schema,
});
export type AuditEntry = z.infer<typeof auditEntrySchema>;

/** Which lines are meant; null and empty leave a field open. */
export const auditFilterSchema = z.strictObject({
  personId: idSchema.nullable(),
  event: z.string().max(100).nullable(),
  /** Words of the headline, or the id of a draft. */
  draft: z.string().trim().max(200),
  from: momentSchema.nullable(),
  /** The first moment that is not meant any more. */
  until: momentSchema.nullable(),
});
export type AuditFilter = z.infer<typeof auditFilterSchema>;

export const wholeLog: AuditFilter = { personId: null, event: null, draft: '', from: null, until: null };

/** What going through the whole chain found. */
export const auditVerdictSchema = z.strictObject({
  lines: z.int().min(0),
  /** The first line that was changed, dropped or moved since it was written; null for a whole log. */
  brokenAt: z.int().min(1).nullable(),
  /** Hash of the last line: noted elsewhere, it shows later whether lines were cut off the end. */
  head: sha256Schema.nullable(),
});
export type AuditVerdict = z.infer<typeof auditVerdictSchema>;
