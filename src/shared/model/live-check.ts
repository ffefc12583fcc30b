import { z } from 'zod';
import { momentSchema } from '../ids.ts';

/** One thing in which a published page differs from the package that it was published from. */
export const liveDifferenceSchema = z.discriminatedUnion('kind', [
  /** The page is not there: 404, or 410 for a withdrawn one. */
  z.strictObject({ kind: z.literal('status'), status: z.int() }),
  /** A paragraph, caption or cell of the package that the page lacks. */
  z.strictObject({ kind: z.literal('words-missing'), words: z.string() }),
  /** One that the page has within the article and the package has not. */
  z.strictObject({ kind: z.literal('words-added'), words: z.string() }),
  z.strictObject({ kind: z.literal('picture-missing'), file: z.string() }),
  /** Other bytes than those that were sent. */
  z.strictObject({ kind: z.literal('picture-differs'), file: z.string() }),
  z.strictObject({ kind: z.literal('attachment-missing'), file: z.string() }),
  z.strictObject({ kind: z.literal('attachment-differs'), file: z.string() }),
  /** A government page tag with another value. */
  z.strictObject({ kind: z.literal('tag'), name: z.string(), found: z.string() }),
]);
export type LiveDifference = z.infer<typeof liveDifferenceSchema>;

/** What came of looking at a published page. */
export const liveCheckSchema = z.strictObject({
  at: momentSchema,
  pageUrl: z.string(),
  paragraphs: z.int().min(0),
  pictures: z.int().min(0),
  attachments: z.int().min(0),
  differences: z.array(liveDifferenceSchema),
});
export type LiveCheck = z.infer<typeof liveCheckSchema>;
