import { createHash } from 'node:crypto';
import { deflateSync, inflateSync } from 'node:zlib';
import { canonicalJson } from '#shared/document/canonical.ts';
import { upgradeContent } from '#shared/document/upgrade.ts';
import { AppError } from '#shared/errors.ts';
import type { DraftContent } from '#shared/model/draft.ts';

/** SHA-256 of a text's UTF-8 bytes, in hexadecimal. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** The text that journal and revisions hold. Equal content gives equal text. */
export function encodeContent(content: DraftContent): string {
  return canonicalJson(content);
}

/** Reads stored text back, brought up to the present format. Refuses `database-damaged` when it is not what was written. */
export function decodeContent(text: string, exactHash: string): DraftContent {
  if (sha256(text) !== exactHash) throw new AppError('database-damaged', { check: 'content' });
  const upgraded = upgradeContent(JSON.parse(text));
  if (!upgraded.ok) throw new AppError(upgraded.reason === 'newer' ? 'database-newer' : 'database-damaged');
  return upgraded.content;
}

/** Level 1: a tenth of the size for a sixth of the time of the default, and saving is what people wait for. */
export function pack(text: string): Buffer {
  return deflateSync(text, { level: 1 });
}

export function unpack(bytes: Uint8Array): string {
  try {
    return inflateSync(bytes).toString('utf8');
  } catch (thrown) {
    throw new AppError('database-damaged', { check: 'content' }, { cause: thrown });
  }
}
