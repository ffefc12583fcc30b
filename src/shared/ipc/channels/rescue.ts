import { z } from 'zod';
import { backupNameSchema } from '../../model/backup.ts';
import { rescuedWordsSchema, rescueSchema } from '../../model/rescue.ts';
import { channel } from '../channel.ts';

const nothing = z.strictObject({});

/** The way out of a broken start. Refused with `not-allowed` while the data is open. */
export const rescueChannels = {
  'rescue:read': channel(nothing, rescueSchema),
  /** Opens the data anew, as it is or for reading only; the window reloads with what came of it. */
  'rescue:open': channel(z.strictObject({ as: z.enum(['working', 'reading']) }), nothing),
  'rescue:restore': channel(backupNameSchema, nothing),
  /** Takes every draft that can be read out, as Word documents in a folder of the person's own. Refuses `disk-full`, `disk-error`. */
  'rescue:export': channel(nothing, rescuedWordsSchema),
  'rescue:start-empty': channel(nothing, nothing),
  'rescue:quit': channel(nothing, nothing),
} as const;
