import { z } from 'zod';
import { idSchema } from '../ids.ts';
import { findingPlaceSchema } from '../model/finding.ts';
import { searchFieldSchema } from './search-field.ts';

const spanSchema = z.strictObject({ start: z.int().min(0), end: z.int().min(0) });

/** Why a draft was found: its marked headline, the best passage, and where to open it. */
export const searchHitSchema = z.strictObject({
  /** What of the headline was looked for. */
  headline: z.array(spanSchema),
  /** The sentence in which the words stand, from another field than the headline; null where the headline alone has them. */
  excerpt: z.strictObject({ field: searchFieldSchema, text: z.string(), marks: z.array(spanSchema) }).nullable(),
  place: findingPlaceSchema,
  /** The words as the sheet has them, for the find bar; null where they do not stand on the sheet. */
  words: z.string().nullable(),
  /** The version that has the words, where the newest has them no longer. */
  earlier: z.strictObject({ revisionId: idSchema, sequence: z.int().min(1) }).nullable(),
});
export type SearchHit = z.infer<typeof searchHitSchema>;
