import { z } from 'zod';
import { momentSchema, sha256Schema } from '../ids.ts';

/** The portal's signed answer to a finished upload. The signature is Ed25519 over the canonical JSON of `body`. */
export const receiptBodySchema = z.strictObject({
  format: z.literal('gaoqian-receipt'),
  version: z.literal(1),
  packageName: z.string(),
  draftId: z.string(),
  /** Of the zip as received. */
  zipSha256: sha256Schema,
  files: z.array(z.strictObject({ path: z.string(), sha256: sha256Schema })),
  pageUrl: z.url(),
  publishedAt: momentSchema,
  /** When visitors see it, for what was planned for later; left out when they see it at once. */
  visibleFrom: momentSchema.exactOptional(),
  portal: z.string(),
});
export type ReceiptBody = z.infer<typeof receiptBodySchema>;

export const receiptSchema = z.strictObject({
  body: receiptBodySchema,
  /** Base64 of the raw 32-byte Ed25519 key and of the 64-byte signature. */
  publicKey: z.string(),
  signature: z.string(),
});
export type Receipt = z.infer<typeof receiptSchema>;
