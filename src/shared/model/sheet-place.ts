import { z } from 'zod';
import { storedSelectionSchema } from './edit-history.ts';

/** The block at the upper edge of what is seen, and how much of its height is above the edge (1: all of it). */
const sheetTopSchema = z.strictObject({ block: z.int().min(0), share: z.number().min(0).max(1000) });
export type SheetTop = z.infer<typeof sheetTopSchema>;

/** Where somebody left a draft. By blocks, so that it holds in a window of any size and after changes elsewhere. */
export const sheetPlaceSchema = z.strictObject({
  /** Null where the headline was in sight. */
  top: sheetTopSchema.nullable(),
  /** Null where the text never had a caret. */
  selection: storedSelectionSchema.nullable(),
});
export type SheetPlace = z.infer<typeof sheetPlaceSchema>;
