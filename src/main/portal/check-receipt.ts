import { createPublicKey, verify } from 'node:crypto';
import type { PackageToSend } from '#main/services/ports/portal-client.ts';
import { canonicalJson } from '#shared/document/canonical.ts';
import { AppError } from '#shared/errors.ts';
import { receiptSchema, type Receipt, type ReceiptBody } from '#shared/model/receipt.ts';

/** DER before the raw key of an Ed25519 SubjectPublicKeyInfo (RFC 8410). */
const ed25519Prefix = Buffer.from('302a300506032b6570032100', 'hex');

/**
 * Reads what a portal calls a receipt. `receipt-invalid`: not a receipt, not signed by its key, or the key is not the
 * pinned one. `receipt-mismatch {path}`: it speaks of other bytes than ours.
 */
export function checkReceipt(answer: unknown, pack: PackageToSend, pinnedKey: string | null): Receipt {
  const parsed = receiptSchema.safeParse(answer);
  if (!parsed.success || !isSigned(parsed.data)) throw new AppError('receipt-invalid', { reason: 'signature' });
  const receipt = parsed.data;
  if (pinnedKey !== null && receipt.publicKey !== pinnedKey) throw new AppError('receipt-invalid', { reason: 'key' });
  const path = firstDifference(receipt.body, pack);
  if (path !== undefined) throw new AppError('receipt-mismatch', { path });
  return receipt;
}

function isSigned({ body, publicKey, signature }: Receipt): boolean {
  const raw = Buffer.from(publicKey, 'base64');
  if (raw.length !== 32) return false;
  const key = createPublicKey({ key: Buffer.concat([ed25519Prefix, raw]), format: 'der', type: 'spki' });
  return verify(null, Buffer.from(canonicalJson(body), 'utf8'), key, Buffer.from(signature, 'base64'));
}

/** Name of the first thing that differs; undefined when receipt and package agree in everything. */
function firstDifference(body: ReceiptBody, pack: PackageToSend): string | undefined {
  if (body.packageName !== pack.name || body.draftId !== pack.draftId) return body.packageName;
  if (body.zipSha256 !== pack.zipSha256) return `${pack.name}.zip`;
  const received = new Map(body.files.map((file) => [file.path, file.sha256]));
  const differing = pack.files.find((file) => received.get(file.path) !== file.sha256);
  if (differing) return differing.path;
  const sent = new Set(pack.files.map((file) => file.path));
  return body.files.find((file) => !sent.has(file.path))?.path;
}
