import { z } from 'zod';
import { idSchema } from '../../ids.ts';
import { channel } from '../channel.ts';
import { writtenFileSchema } from './review.ts';

/** Forms of a draft for people to carry away, beside the package and the Word document. */
export const targets = ['page-pdf', 'sign-off-pdf', 'wechat', 'text'] as const;
export type Target = (typeof targets)[number];

export const targetChannels = {
  /**
   * Writes the draft's newest words in a form; a file that is there already is never written over. PDF is printed by
   * Chromium on A4: refuses `print-failed` where there is none.
   */
  'target:write': channel(z.strictObject({ draftId: idSchema, target: z.enum(targets) }), writtenFileSchema),
} as const;
