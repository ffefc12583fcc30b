import { z } from 'zod';
import { idSchema } from '../../ids.ts';
import { revisionNameLimit, revisionNameSchema } from '../../model/revision-name.ts';
import { channel } from '../channel.ts';

export const versionChannels = {
  /** What people called the revisions of a draft, in no order. */
  'version:list-names': channel(z.strictObject({ draftId: idSchema }), z.array(revisionNameSchema)),
  /** Gives a revision a name, or takes it away with an empty one. Answers all names of the draft. */
  'version:name': channel(
    z.strictObject({ revisionId: idSchema, name: z.string().trim().max(revisionNameLimit) }),
    z.array(revisionNameSchema),
  ),
} as const;
