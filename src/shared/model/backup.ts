import { z } from 'zod';
import { idSchema, momentSchema, sha256Schema } from '../ids.ts';
import { draftStateSchema } from './draft.ts';

/** Where backups lie: in the data folder, or on the second disk that the person named. */
export const backupPlaceSchema = z.enum(['here', 'second']);
export type BackupPlace = z.infer<typeof backupPlaceSchema>;

/** Names one backup. */
export const backupNameSchema = z.strictObject({ place: backupPlaceSchema, at: momentSchema });
export type BackupName = z.infer<typeof backupNameSchema>;

export const backupLineSchema = backupNameSchema.extend({ bytes: z.int().min(0) });
export type BackupLine = z.infer<typeof backupLineSchema>;

/** A draft in a backup. */
export const backupDraftSchema = z.strictObject({
  id: idSchema,
  number: z.int().min(1),
  headline: z.string(),
  state: draftStateSchema,
  characters: z.int().min(0),
  updatedAt: momentSchema,
});
export type BackupDraft = z.infer<typeof backupDraftSchema>;

const count = z.int().min(0);

/** What reading a whole store found: the words, and the pictures by their hashes. */
export const storeCheckSchema = z.strictObject({
  drafts: count,
  revisions: count,
  pictures: count,
  /** Null for a whole database; otherwise which test it failed. */
  database: z.string().nullable(),
  missing: z.array(sha256Schema),
  damaged: z.array(sha256Schema),
});
export type StoreCheck = z.infer<typeof storeCheckSchema>;

/** The same of the live data. */
export const liveCheckSchema = storeCheckSchema.extend({
  /** Files among the pictures that the database does not know. */
  unknown: count,
});
export type LiveCheck = z.infer<typeof liveCheckSchema>;

/** What a restore drill found. */
export const backupProofSchema = storeCheckSchema.extend({ backup: momentSchema });
export type BackupProof = z.infer<typeof backupProofSchema>;

export function isWhole(check: StoreCheck): boolean {
  return check.database === null && check.missing.length === 0 && check.damaged.length === 0;
}
