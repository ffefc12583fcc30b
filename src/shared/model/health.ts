import { z } from 'zod';
import { codedErrorSchema } from '../errors.ts';
import { momentSchema } from '../ids.ts';

const count = z.int().min(0);

/** What a look at everything found wrong, in numbers. */
const problemsSchema = z.strictObject({ database: z.boolean(), missing: count, damaged: count });
export type Problems = z.infer<typeof problemsSchema>;

/** A last look at everything that found something wrong. */
export const storeFindingSchema = z.strictObject({ at: momentSchema, problems: problemsSchema });
export type StoreFinding = z.infer<typeof storeFindingSchema>;

/** How the store is: what the health page shows. */
export const healthSchema = z.strictObject({
  /** Where the data lies, for the person to see. */
  folder: z.string(),
  drafts: count,
  revisions: count,
  pictures: count,
  mediaBytes: count,
  databaseBytes: count,
  schema: count,
  /** Null when the system does not say. */
  freeBytes: count.nullable(),
  lastBackupAt: momentSchema.nullable(),
  /** Why the last backup was not written. */
  backupFailure: codedErrorSchema.nullable(),
  /** The last restore drill. */
  proof: z
    .strictObject({ at: momentSchema, backupAt: momentSchema, whole: z.boolean(), problems: problemsSchema })
    .nullable(),
  /** The last look at everything. */
  check: z
    .strictObject({
      at: momentSchema,
      whole: z.boolean(),
      problems: problemsSchema,
      /** Files among the pictures that the database does not know: they stay. */
      unknown: count,
    })
    .nullable(),
  /** Pictures and attachments that no words name: kept for 30 days of use, then removed. */
  unused: z.strictObject({
    count,
    bytes: count,
    removed: z.strictObject({ at: momentSchema, count, bytes: count }).nullable(),
  }),
  second: z
    .strictObject({
      folder: z.string(),
      state: z.enum(['ok', 'missing', 'unwritable']),
      sameDisk: z.boolean(),
      lastAt: momentSchema.nullable(),
    })
    .nullable(),
});
export type Health = z.infer<typeof healthSchema>;
