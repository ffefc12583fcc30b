import { z } from 'zod';
import { idSchema, momentSchema, sha256Schema } from '../ids.ts';
import { assetSchema } from './asset.ts';
import { commentSchema } from './comment.ts';
import { signatorySchema } from './person.ts';
import { reviewRecordSchema } from './review.ts';
import { revisionKindSchema } from './revision.ts';
import { waiverSchema } from './waiver.ts';

export const reviewFileVersion = 1;

/** A review file's name: that of a package, with `-review` and the moment of writing, which two machines do not share. */
export const reviewFileNameSchema = z.string().regex(/^[A-Z]{2,8}-\d{8}-\d{4,}-r\d+-review-\d{6}$/);

/** One revision of the writer's history, enough to see whose version builds on whose. */
const knownRevisionSchema = z.strictObject({
  id: idSchema,
  contentHash: sha256Schema,
  link: sha256Schema,
  kind: revisionKindSchema,
  by: signatorySchema,
  at: momentSchema,
});

/** `metadata/review-file.json` of a review file (审稿包): the draft's head without its words, which are in `data/document.json`. */
export const reviewFileSchema = z.strictObject({
  format: z.literal('gaoqian-review-file'),
  version: z.literal(reviewFileVersion),
  draftId: idSchema,
  author: signatorySchema,
  /** Every revision that the head builds on, oldest first; the last is the head itself. */
  revisions: z.array(knownRevisionSchema).min(1),
  /** Content hash of the version that the other side last saw (its own head at that time); null for a first file. */
  baseHash: sha256Schema.nullable(),
  records: z.array(reviewRecordSchema),
  comments: z.array(commentSchema),
  /** Reasons for which warnings stand; left out by versions that knew none. */
  waivers: z.array(waiverSchema).exactOptional(),
  /** Rows of the pictures of the text; their renditions are in `data/images`, the originals stay. */
  assets: z.array(assetSchema),
});
export type ReviewFile = z.infer<typeof reviewFileSchema>;

/** `metadata/signer.json` of a review file: who wrote it, and the key to check it by once that key is trusted. */
export const signerSchema = z.strictObject({
  format: z.literal('gaoqian-signer'),
  version: z.literal(reviewFileVersion),
  name: z.string().min(1).max(100),
  /** Base64 of a minisign public key: `Ed`, key id, 32 bytes. */
  publicKey: z.string().regex(/^[A-Za-z0-9+/]{56}$/),
});
export type Signer = z.infer<typeof signerSchema>;
