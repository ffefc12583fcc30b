import { z } from 'zod';
import { codedErrorSchema, type ErrorCode } from '../errors.ts';
import { backupLineSchema } from './backup.ts';

/** What a person can do when the data cannot be opened. */
export const rescueActSchema = z.enum(['retry', 'read', 'restore', 'export', 'start-empty', 'quit']);
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

/** What came of taking the words out: where they lie, how many drafts, and how many are known of which nothing could be read. */
export const rescuedWordsSchema = z.strictObject({
  folder: z.string(),
  drafts: z.int().min(0),
  unreadable: z.int().min(0),
});
export type RescuedWords = z.infer<typeof rescuedWordsSchema>;

const usualActs: readonly RescueAct[] = ['retry', 'read', 'restore', 'export', 'quit'];
const actsByCode: Partial<Record<ErrorCode, readonly RescueAct[]>> = {
  'data-folder-in-use': ['retry', 'quit'],
  'database-newer': ['retry', 'read', 'export', 'quit'],
  'data-folder-unwritable': ['retry', 'read', 'export', 'quit'],
  'disk-full': ['retry', 'read', 'export', 'quit'],
  'database-damaged': ['restore', 'retry', 'export', 'start-empty', 'quit'],
};

/** The acts that help with this refusal, the likeliest first. None of them changes or deletes what is there. */
export function rescueActs(code: ErrorCode): readonly RescueAct[] {
  return actsByCode[code] ?? usualActs;
}
