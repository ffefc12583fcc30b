import { z } from 'zod';
import { idSchema } from '../../ids.ts';
import { jobStepSchema } from '../../model/job.ts';
import { channel } from '../channel.ts';

/** Names a work that a window waits for: it is part of the call that does the work. */
export const workSchema = z.strictObject({ workId: idSchema });

/** How far a work is. */
export const workStepSchema = z.strictObject({
  workId: idSchema,
  step: jobStepSchema,
  done: z.int().min(0),
  total: z.int().min(1),
});
export type WorkStep = z.infer<typeof workStepSchema>;

/** Works that a window waits for, as it follows them (`work:step`) and stops them. Works that go on without it are jobs. */
export const workChannels = {
  'work:begin': channel(z.strictObject({}), workSchema),
  /** The work then refuses `cancelled`. One that is over, or unknown, is left alone. */
  'work:cancel': channel(workSchema, z.strictObject({})),
} as const;
