import { z } from 'zod';
import { blockSchema } from '../document/schema.ts';
import { idSchema, momentSchema, sha256Schema } from '../ids.ts';
import { assetSchema } from './asset.ts';
import { commentSchema } from './comment.ts';
import { draftMetadataSchema } from './draft.ts';
import { namedFileSchema } from './named-file.ts';
import { signatorySchema } from './person.ts';
import { reviewRecordSchema } from './review.ts';
import { revisionNameSchema } from './revision-name.ts';
import { revisionKindSchema } from './revision.ts';
import { waiverSchema } from './waiver.ts';

export const exchangeFileVersion = 1;

/** `TSZJ-20261128-exchange-093000`: the second of writing keeps two machines' files apart. */
export const exchangeFileNameSchema = z.string().regex(/^[A-Z]{2,8}-\d{8}-exchange-\d{6}$/);

/** A revision with its words: its blocks as places in the draft's list, where each different block stands once. */
const exchangedRevisionSchema = z.strictObject({
  id: idSchema,
  parentId: idSchema.nullable(),
  kind: revisionKindSchema,
  contentHash: sha256Schema,
  link: sha256Schema,
  by: signatorySchema,
  at: momentSchema,
  metadata: draftMetadataSchema,
  blocks: z.array(z.int().min(0)),
});
export type ExchangedRevision = z.infer<typeof exchangedRevisionSchema>;

/** `data/drafts/<id>.json` of an exchange file (稿件包): one draft with its whole history. */
export const exchangedDraftSchema = z.strictObject({
  format: z.literal('gaoqian-exchanged-draft'),
  version: z.literal(exchangeFileVersion),
  draftId: idSchema,
  author: signatorySchema,
  headId: idSchema,
  blocks: z.array(blockSchema),
  /** Oldest first; each after its parent. */
  revisions: z.array(exchangedRevisionSchema).min(1),
  names: z.array(revisionNameSchema),
  records: z.array(reviewRecordSchema),
  comments: z.array(commentSchema),
  waivers: z.array(waiverSchema),
});
export type ExchangedDraft = z.infer<typeof exchangedDraftSchema>;

/** `metadata/exchange.json`: which drafts there are, and the rows of all pictures that their history shows. */
export const exchangeFileSchema = z.strictObject({
  format: z.literal('gaoqian-exchange'),
  version: z.literal(exchangeFileVersion),
  draftIds: z.array(idSchema).min(1),
  assets: z.array(assetSchema),
  /** What the drafts name and the sender had not. Left out where there is none (decision 0011). */
  lacking: z.array(namedFileSchema).min(1).exactOptional(),
});
export type ExchangeFile = z.infer<typeof exchangeFileSchema>;

/** What shall become of drafts that are in the trash here: nothing, or back and joined with the other side, or beside it. */
export const trashedDraftsSchema = z.enum(['leave', 'restore', 'copy']);
export type TrashedDrafts = z.infer<typeof trashedDraftsSchema>;

/** What became of one draft of an exchange file. */
export const takenDraftSchema = z.strictObject({
  /** The draft here; another one than the file's where its words were taken in beside one in the trash. */
  draftId: idSchema,
  headline: z.string(),
  /** `created`: unknown here; `updated`: only the other side had moved; `conflict`: both had, both stand; `unchanged`: all was known; `in-trash`: left alone. */
  outcome: z.enum(['created', 'updated', 'conflict', 'unchanged', 'in-trash']),
  /** Both sides had acted in the review: ours stands, the other side's acts were left out. */
  reviewsForked: z.boolean(),
  /** Revisions that came. */
  revisions: z.int().min(0),
  /** What the sender had not, and is not here either. */
  lacking: z.array(namedFileSchema),
});
export type TakenDraft = z.infer<typeof takenDraftSchema>;
