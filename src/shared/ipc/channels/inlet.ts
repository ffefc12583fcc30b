import { z } from 'zod';
import { idSchema } from '../../ids.ts';
import { channel } from '../channel.ts';

/** Bytes of one `inlet:append`; below the 2 MB cap of a call. */
export const inletChunkBytes = 1024 * 1024;
/** The largest file that may come in. */
export const inletLimitBytes = 512 * 1024 * 1024;

/**
 * How any file enters: the window sends it in chunks to a temporary file of the main process and gets an id for it.
 * The same way for button, drop and paste, in Electron and in the browser host. An inlet file lives until it is used
 * or discarded, at most until the app quits.
 */
export const inletChannels = {
  'inlet:begin': channel(
    z.strictObject({ name: z.string().min(1).max(255), bytes: z.int().min(0) }),
    z.strictObject({ fileId: idSchema }),
  ),
  'inlet:append': channel(
    z.strictObject({ fileId: idSchema, offset: z.int().min(0), chunk: z.instanceof(Uint8Array) }),
    z.strictObject({ received: z.int().min(0) }),
  ),
  'inlet:discard': channel(z.strictObject({ fileId: idSchema }), z.strictObject({})),
} as const;
