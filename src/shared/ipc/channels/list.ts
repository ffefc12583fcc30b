import { z } from 'zod';
import { listViewSchema } from '../../model/list-view.ts';
import { channel } from '../channel.ts';

export const listChannels = {
  /** How the present person has arranged the list. */
  'list:read-view': channel(z.strictObject({}), listViewSchema),
  /** Keeps another arrangement, the whole of it. */
  'list:keep-view': channel(listViewSchema, listViewSchema),
} as const;
