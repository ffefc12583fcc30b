import { z } from 'zod';
import { idSchema } from '../../ids.ts';
import { attachmentSchema } from '../../model/attachment.ts';
import { channel } from '../channel.ts';
import { writtenFileSchema } from './review.ts';

/** Files that go with a release. Which ones a draft has stands in its metadata. */
export const attachmentChannels = {
  /** Judges a file and takes it into the private store. The same file twice is stored once. */
  'attachment:add': channel(z.strictObject({ fileId: idSchema }), attachmentSchema),
  /** Writes a copy for people to look at, under the name that readers will see. */
  'attachment:write': channel(z.strictObject({ attachment: attachmentSchema }), writtenFileSchema),
} as const;
