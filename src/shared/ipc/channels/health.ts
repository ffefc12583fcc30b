import { z } from 'zod';
import { idSchema } from '../../ids.ts';
import { backupDraftSchema, backupLineSchema, backupNameSchema } from '../../model/backup.ts';
import { draftContentSchema } from '../../model/draft.ts';
import { healthSchema } from '../../model/health.ts';
import { jobSchema } from '../../model/job.ts';
import { namedFileSchema } from '../../model/named-file.ts';
import { channel } from '../channel.ts';
import { workSchema } from './work.ts';

const nothing = z.strictObject({});
const draftOfBackup = backupNameSchema.extend({ draftId: idSchema });

/** Backups, the way back from them, and how the store is. Long works answer their job at once; `job:changed` tells the rest. */
export const healthChannels = {
  'health:read': channel(nothing, healthSchema),
  'health:check': channel(nothing, jobSchema),
  'health:repair': channel(nothing, jobSchema),
  'backup:run': channel(nothing, jobSchema),
  'backup:prove': channel(nothing, jobSchema),
  'backup:list': channel(nothing, z.array(backupLineSchema)),
  /** Also writes backups to this folder from now on; none with an empty text. Answers how things stand then. */
  'backup:use-second-disk': channel(z.strictObject({ folder: z.string().max(1000) }), healthSchema),
  'backup:list-drafts': channel(backupNameSchema, z.array(backupDraftSchema)),
  'backup:read-draft': channel(draftOfBackup, draftContentSchema),
  /** Brings one draft back; answers the id of the draft that now holds its words, and which files of it the backup lacks. */
  'backup:restore-draft': channel(
    draftOfBackup.extend({ ...workSchema.shape, as: z.enum(['new-draft', 'new-revision']) }),
    z.strictObject({ draftId: idSchema, lacking: z.array(namedFileSchema) }),
  ),
  /** Puts the whole backup in place of what is here, which is backed up and set apart; the window starts anew. */
  'backup:restore-all': channel(backupNameSchema, jobSchema),
} as const;
