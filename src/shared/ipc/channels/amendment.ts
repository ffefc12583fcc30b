import { z } from 'zod';
import { idSchema } from '../../ids.ts';
import { amendmentSchema } from '../../model/draft.ts';
import { channel } from '../channel.ts';
import { openDraftSchema } from './draft.ts';

const { kind, reason } = amendmentSchema.shape;

export const amendmentChannels = {
  /** 更正 or 撤稿 of what is live: the draft can be written on again, and all three reviews begin anew. */
  'amendment:begin': channel(z.strictObject({ draftId: idSchema, kind, reason }), openDraftSchema),
  /** Gives an amendment up: what is live stands again. */
  'amendment:abandon': channel(z.strictObject({ draftId: idSchema }), openDraftSchema),
  /** The revision that is live, to compare with. */
  'amendment:find-live': channel(z.strictObject({ draftId: idSchema }), z.strictObject({ revisionId: idSchema })),
} as const;
