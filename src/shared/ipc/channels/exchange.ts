import { z } from 'zod';
import { idSchema } from '../../ids.ts';
import { takenDraftSchema, trashedDraftsSchema } from '../../model/exchange-file.ts';
import { draftContentSchema } from '../../model/draft.ts';
import { namedFileSchema } from '../../model/named-file.ts';
import { channel } from '../channel.ts';
import { openDraftSchema } from './draft.ts';
import { writtenFileSchema } from './review.ts';
import { workSchema } from './work.ts';

/** So many drafts go into one file. */
export const mostExchangedDrafts = 500;

export const exchangeChannels = {
  /** Writes drafts with their whole history as one signed file (稿件包); says which pictures and attachments it lacks. */
  'exchange:write': channel(
    workSchema.extend({ draftIds: z.array(idSchema).min(1).max(mostExchangedDrafts) }),
    writtenFileSchema.extend({ lacking: z.array(namedFileSchema) }),
  ),
  /**
   * Takes an exchange file in; nothing that is here is overwritten. An unknown key is refused with
   * `review-key-unknown {fingerprint, name}` until the person trusts it; the inlet file stays for that second call.
   * It stays as well when drafts were `in-trash`: for a call that says what shall become of them, or `inlet:discard`.
   */
  'exchange:read': channel(
    workSchema.extend({
      fileId: idSchema,
      trustFingerprint: z.string().max(100).nullable(),
      trashed: trashedDraftsSchema,
    }),
    z.array(takenDraftSchema),
  ),
  /** The three versions that a merge by block needs; `base` is null when the sides share none. Refuses `not-found` without a conflict. */
  'exchange:read-conflict': channel(
    z.strictObject({ draftId: idSchema }),
    z.strictObject({
      incomingId: idSchema,
      base: draftContentSchema.nullable(),
      mine: draftContentSchema,
      theirs: draftContentSchema,
    }),
  ),
  /** Ends a conflict with words that were put together of both sides, as a new version. Refuses `stale-base` when another came. */
  'exchange:merge': channel(
    z.strictObject({ draftId: idSchema, incomingId: idSchema, content: draftContentSchema }),
    openDraftSchema,
  ),
} as const;
