import { z } from 'zod';
import { idSchema, momentSchema } from '../../ids.ts';
import { signatorySchema } from '../../model/person.ts';
import { revisionSummarySchema } from '../../model/revision.ts';
import { revisionNameLimit, revisionNameSchema } from '../../model/revision-name.ts';
import { channel } from '../channel.ts';

/** A version in which a sentence became another; `revision` is null for words that no version holds yet. */
const tracedChangeSchema = z.strictObject({
  revision: revisionSummarySchema.nullable(),
  by: signatorySchema,
  at: momentSchema,
  /** Empty where the sentence came. */
  before: z.string(),
  after: z.string(),
});
export type TracedChange = z.infer<typeof tracedChangeSchema>;

export const versionChannels = {
  /** What people called the revisions of a draft, in no order. */
  'version:list-names': channel(z.strictObject({ draftId: idSchema }), z.array(revisionNameSchema)),
  /** Gives a revision a name, or takes it away with an empty one. Answers all names of the draft. */
  'version:name': channel(
    z.strictObject({ revisionId: idSchema, name: z.string().trim().max(revisionNameLimit) }),
    z.array(revisionNameSchema),
  ),
  /** Who changed the sentences of a selection when, newest first. Offsets count the text of a block of the newest saved words. */
  'version:trace': channel(
    z.strictObject({ draftId: idSchema, block: z.int().min(0), start: z.int().min(0), end: z.int().min(0) }),
    z.strictObject({ sentence: z.string(), changes: z.array(tracedChangeSchema) }),
  ),
} as const;
