import { z } from 'zod';
import { idSchema, momentSchema, sha256Schema } from '../ids.ts';
import { signatorySchema } from './person.ts';

/**
 * Why a revision was kept: by hand, by the minute, before a change of state, at export, on import, from a review file
 * (the other side's version), as the result of a choice between two sides, or as an old one brought back.
 */
export const revisionKinds = [
  'created',
  'imported',
  'manual',
  'timed',
  'recovered',
  'before-shrink',
  'state',
  'export',
  'incoming',
  'merged',
  'restored',
] as const;
export const revisionKindSchema = z.enum(revisionKinds);
export type RevisionKind = z.infer<typeof revisionKindSchema>;

/** A revision without its content. Immutable; `link` chains each to its parent (SHA-256 over parent link and content). */
export const revisionSummarySchema = z.strictObject({
  id: idSchema,
  draftId: idSchema,
  sequence: z.int().min(1),
  parentId: idSchema.nullable(),
  kind: revisionKindSchema,
  headline: z.string(),
  characters: z.int().min(0),
  contentHash: sha256Schema,
  link: sha256Schema,
  by: signatorySchema,
  at: momentSchema,
});
export type RevisionSummary = z.infer<typeof revisionSummarySchema>;
