import { z } from 'zod';
import { idSchema } from '../../ids.ts';
import { channel } from '../channel.ts';
import { writtenFileSchema } from './review.ts';

export const wordChannels = {
  /** Writes the draft's newest words as a Word document; a file that is there already is never written over. */
  'word:write': channel(z.strictObject({ draftId: idSchema }), writtenFileSchema),
} as const;
