import { z } from 'zod';
import { auditEntrySchema, auditFilterSchema, auditVerdictSchema } from '../../model/audit.ts';
import { channel } from '../channel.ts';
import { writtenFileSchema } from './review.ts';

export const auditChannels = {
  /** Newest first. `next` is the `before` of the following lines; `events` are all that stand in the log. */
  'audit:list': channel(
    z.strictObject({
      filter: auditFilterSchema,
      before: z.int().min(1).nullable(),
      limit: z.int().min(1).max(200),
    }),
    z.strictObject({
      entries: z.array(auditEntrySchema),
      next: z.int().min(1).nullable(),
      events: z.array(z.string()),
    }),
  ),
  /** Goes through the whole chain of hashes. */
  'audit:verify': channel(z.strictObject({}), auditVerdictSchema),
  /** Writes the lines that are meant into a file; one that is there already is never written over. */
  'audit:export': channel(
    z.strictObject({ filter: auditFilterSchema, format: z.enum(['csv', 'json']) }),
    writtenFileSchema,
  ),
} as const;
