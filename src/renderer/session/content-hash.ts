import { hashableContent, type DraftContent } from '#shared/model/draft.ts';

/** SHA-256 in hex that reviews bind to; the same as the main process computes. */
export async function contentHash(content: DraftContent): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(hashableContent(content)));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
