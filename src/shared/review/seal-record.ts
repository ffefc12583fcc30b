import { canonicalJson } from '../document/canonical.ts';
import type { ReviewRecord } from '../model/review.ts';

/** The text whose SHA-256 is a record's `hash`: the canonical JSON of all its other fields. */
export function sealedText(record: Omit<ReviewRecord, 'hash'>): string {
  return canonicalJson(record);
}

/**
 * The next record of a chain: numbered, bound to the one before and sealed.
 * @param sha256 of a text's UTF-8 bytes, in hexadecimal
 */
export function nextRecord(
  chain: readonly ReviewRecord[],
  fields: Omit<ReviewRecord, 'sequence' | 'previousHash' | 'hash'>,
  sha256: (text: string) => string,
): ReviewRecord {
  const last = chain.at(-1);
  const record = { ...fields, sequence: (last?.sequence ?? 0) + 1, previousHash: last?.hash ?? null };
  return { ...record, hash: sha256(sealedText(record)) };
}
