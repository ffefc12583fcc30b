import { z } from 'zod';
import { idSchema } from '../../ids.ts';
import { importReportSchema } from '../../model/import-report.ts';
import { repairPlaceSchema } from '../../model/repair.ts';
import { channel } from '../channel.ts';

/** The largest document, page or mail that is taken in; larger ones are refused before a byte is read. */
export const importLimitBytes = 60 * 1024 * 1024;

/** A page has fewer; more files than this nobody gives at once. */
export const mostPicturesBeside = 500;

/** How far an import is: its words are being read, or so many of its pictures are in the store. */
export const importStepSchema = z.strictObject({
  fileId: idSchema,
  step: z.enum(['words', 'pictures']),
  done: z.int().min(0),
  total: z.int().min(1),
});
export type ImportStep = z.infer<typeof importStepSchema>;

export const importChannels = {
  /**
   * Makes a new draft of a document, saved page, text, mail or picture, its words as they came. A package or review file
   * is told as `archive` and left for the ways of its own. `pictures` lay beside a saved page, which names them; the inlet
   * files are gone in any case. `import:step` tells how it goes.
   */
  'import:file': channel(
    z.strictObject({ fileId: idSchema, pictures: z.array(idSchema).max(mostPicturesBeside) }),
    z.discriminatedUnion('outcome', [
      z.strictObject({ outcome: z.literal('draft'), draftId: idSchema, report: importReportSchema }),
      z.strictObject({ outcome: z.literal('archive') }),
    ]),
  ),
  /** Stops an import that runs: it then refuses `cancelled`, and no draft is made. */
  'import:cancel': channel(z.strictObject({ fileId: idSchema }), z.strictObject({})),
  /** Opens a package as a new draft, if the reader finds nothing wrong with it. */
  'import:package': channel(z.strictObject({ fileId: idSchema }), z.strictObject({ draftId: idSchema })),
  /** What the stored words of a draft need (`shared/house-style/repairs`); making it is the window's part. */
  'repair:find': channel(z.strictObject({ draftId: idSchema }), z.strictObject({ places: z.array(repairPlaceSchema) })),
} as const;
