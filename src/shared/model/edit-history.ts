import { z } from 'zod';

/** A place in the words of a block: UTF-16 offset in its `blockText`. */
const storedPointSchema = z.strictObject({ block: z.int().min(0), offset: z.int().min(0) });
export type StoredPoint = z.infer<typeof storedPointSchema>;

/** What was selected, by places in the stored document. `units` are blocks that are selected as a whole. */
export const storedSelectionSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('words'), anchor: storedPointSchema, focus: storedPointSchema }),
  z.strictObject({ kind: z.literal('units'), blocks: z.array(z.int().min(0)).min(1) }),
]);
export type StoredSelection = z.infer<typeof storedSelectionSchema>;
