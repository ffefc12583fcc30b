import { z } from 'zod';
import { idSchema } from '../../ids.ts';
import { channel } from '../channel.ts';

/** By which a window is known: `main` for the first, an id in its address for others. */
export const windowIdSchema = z.string().regex(/^(?:main|[0-9a-f-]{36})$/);

/** How the address of a window's page names it and the draft that it begins with. */
export const windowParameters = { window: 'window', draft: 'draft' } as const;

export const windowChannels = {
  /** Opens another window of the app on the same data; with a draft, it begins with that one. */
  'window:open': channel(z.strictObject({ draftId: idSchema.nullable() }), z.strictObject({})),
  /**
   * Says which draft a window is about to show, or that it shows none. A draft stands in one window at a time: when
   * another has it, that one comes forward, and `elsewhere` is answered.
   */
  'window:show-draft': channel(
    z.strictObject({ windowId: windowIdSchema, draftId: idSchema.nullable() }),
    z.strictObject({ elsewhere: z.boolean() }),
  ),
} as const;
