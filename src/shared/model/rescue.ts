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

const usualActs: readonly RescueAct[] = ['retry', 'read', 'restore', 'quit'];
const actsByCode: Partial<Record<ErrorCode, readonly RescueAct[]>> = {
  'data-folder-in-use': ['retry', 'quit'],
  'database-newer': ['retry', 'read', 'quit'],
  'data-folder-unwritable': ['retry', 'read', 'quit'],
  'disk-full': ['retry', 'read', 'quit'],
  'database-damaged': ['restore', 'retry', 'start-empty', 'quit'],
};

/** The acts that help with this refusal, the likeliest first. None of them changes or deletes what is there. */
export function rescueActs(code: ErrorCode): readonly RescueAct[] {
  return actsByCode[code] ?? usualActs;
}
