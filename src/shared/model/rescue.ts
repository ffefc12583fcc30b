import { z } from 'zod';
import { codedErrorSchema, type ErrorCode } from '../errors.ts';
import { backupLineSchema } from './backup.ts';

/** What a person can do when the data cannot be opened. */
export const rescueActSchema = z.enum(['retry', 'read', 'restore', 'start-empty', 'quit']);
export type RescueAct = z.infer<typeof rescueActSchema>;

/** What the page of a broken start shows. */
export const rescueSchema = z.strictObject({
  error: codedErrorSchema,
  folder: z.string(),
  freeBytes: z.int().min(0).nullable(),
  acts: z.array(rescueActSchema),
  backups: z.array(backupLineSchema),
});
export type Rescue = z.infer<typeof rescueSchema>;

/** The acts that help with this refusal, the likeliest first. None of them changes or deletes what is there. */
export function rescueActs(code: ErrorCode): readonly RescueAct[] {
  switch (code) {
    case 'data-folder-in-use':
      return ['retry', 'quit'];
    case 'database-newer':
    case 'data-folder-unwritable':
    case 'disk-full':
      return ['retry', 'read', 'quit'];
    case 'database-damaged':
      return ['restore', 'retry', 'start-empty', 'quit'];
    default:
      return ['retry', 'read', 'restore', 'quit'];
  }
}
