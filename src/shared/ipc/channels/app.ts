import { z } from 'zod';
import { idSchema, momentSchema } from '../../ids.ts';
import { bureauProfileSchema } from '../../model/bureau-profile.ts';
import { storeFindingSchema } from '../../model/health.ts';
import { personSchema } from '../../model/person.ts';
import { settingsSchema } from '../../model/settings.ts';
import { targetChangeSchema, targetViewSchema } from '../../model/upload-target.ts';
import { channel } from '../channel.ts';

/** Words of a draft that the journal alone holds. */
const unkeptDraftSchema = z.strictObject({
  draftId: idSchema,
  headline: z.string(),
  characters: z.int().min(0),
  at: momentSchema,
});
export type UnkeptDraft = z.infer<typeof unkeptDraftSchema>;

/** What the window needs to know before it can show anything. */
export const appStateSchema = z.strictObject({
  version: z.string(),
  /** Shown in the about text: Electron itself or the browser host. */
  host: z.enum(['electron', 'browser']),
  profile: bureauProfileSchema,
  settings: settingsSchema,
  persons: z.array(personSchema),
  /** Null until the first start is completed. */
  person: personSchema.nullable(),
  /** The draft that stood on this person's sheet last; null before the first. */
  lastDraftId: idSchema.nullable(),
  /** Where packages can be sent, in the order that they were set up. */
  targets: z.array(targetViewSchema),
  /** Newest proven backup, ISO moment; null when there is none yet. */
  lastBackupAt: z.string().nullable(),
  /** What the last look at everything found wrong; left out when all was well. */
  finding: storeFindingSchema.optional(),
  /** The data was opened for reading only: nothing can be changed. */
  readOnly: z.boolean().optional(),
  /** The data folder lies where a database is not safe. Left out until that is known. */
  place: z.enum(['network', 'removable']).optional(),
  /** Said once after a run that did not end well: the drafts with words that no version holds, the latest first. */
  recovered: z.strictObject({ drafts: z.array(unkeptDraftSchema), logMissing: z.boolean() }).optional(),
  /** Said once after a start that found the database damaged: it was set apart, and this took its place: a backup, and `rescued` states of drafts that were newer. */
  damage: z
    .strictObject({
      outcome: z.enum(['restored', 'started-empty']),
      backupAt: z.string().nullable(),
      rescued: z.int().min(0),
    })
    .optional(),
});
export type AppState = z.infer<typeof appStateSchema>;

const newPersonSchema = z.strictObject({ name: z.string().trim().min(1).max(40), role: z.string().min(1) });

export const appChannels = {
  'app:get-state': channel(z.strictObject({}), appStateSchema),
  /** Creates the first person; with `samples`, the three sample drafts too. */
  'app:complete-first-start': channel(newPersonSchema.extend({ samples: z.boolean() }), appStateSchema),
  'app:update-settings': channel(settingsSchema.partial(), appStateSchema),
  'app:add-person': channel(newPersonSchema, appStateSchema),
  'app:switch-person': channel(z.strictObject({ personId: idSchema }), appStateSchema),
  /** Reads a bureau profile from an inlet file and uses it from now on. */
  'app:use-profile': channel(z.strictObject({ fileId: idSchema }), appStateSchema),
  /** Keeps where packages are sent, a portal's token as a secret. Refuses `link-refused`, `certificate-invalid`, `folder-missing`, `folder-unwritable`. */
  'destination:save': channel(z.strictObject({ target: targetChangeSchema }), appStateSchema),
  /** Forgets a target with its token; what was sent there stays in the list of uploads. */
  'destination:remove': channel(z.strictObject({ targetId: z.string().max(60) }), appStateSchema),
  /** Shows the host to the person, then opens it in their browser. Only https, http and mailto. */
  'app:open-external': channel(z.strictObject({ url: z.string().max(2048) }), z.strictObject({ opened: z.boolean() })),
  /** Shows a file that the app wrote (package, review file) in its folder. */
  'app:show-file': channel(z.strictObject({ fileId: idSchema }), z.strictObject({})),
} as const;
