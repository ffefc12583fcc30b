import PostalMime, { type Email } from 'postal-mime';
import { AppError } from '#shared/errors.ts';
import type { ChangeLog } from './change-log.ts';
import type { IncomingPage, IncomingPicture } from './incoming-page.ts';
import { readHtml } from './read-page.ts';

/**
 * Reads a page that was saved whole (MHTML, RFC 2557): its pictures are parts beside it, found by the address at which
 * the page names them. Refuses `mail-broken`, `page-empty`.
 */
export async function readMhtml(bytes: Uint8Array, name: string, log: ChangeLog): Promise<IncomingPage> {
  const page = await parse(bytes, name);
  if ((page.html ?? '').trim() === '') throw new AppError('page-empty', { name });
  const parts = new Map<string, IncomingPicture>();
  for (const part of page.attachments) {
    if (!part.mimeType.startsWith('image/') || typeof part.content === 'string') continue;
    const address = part.description ?? '';
    const picture = { name: lastName(address) || part.mimeType.replace('/', '.'), bytes: new Uint8Array(part.content) };
    for (const key of [address, lastName(address), `cid:${(part.contentId ?? '').replace(/^<|>$/gu, '')}`]) {
      if (key !== '' && !parts.has(key)) parts.set(key, picture);
    }
  }
  const find = (address: string) => parts.get(address) ?? parts.get(lastName(address));
  return { ...readHtml(page.html ?? '', log, find), kind: 'mhtml' };
}

/**
 * The reader of mails knows nothing of `Content-Location`, by which the parts of a page are named; `Content-Description`
 * it passes on, and pages have none.
 */
async function parse(bytes: Uint8Array, name: string): Promise<Email> {
  const renamed = Buffer.from(bytes)
    .toString('latin1')
    .replace(/^content-location:/gimu, 'Content-Description:');
  try {
    return await PostalMime.parse(Buffer.from(renamed, 'latin1'), { maxNestingDepth: 32 });
  } catch (cause) {
    throw new AppError('mail-broken', { name }, { cause });
  }
}

/** The file name of an address: relative ones are written against bases that programs leave out. */
function lastName(address: string): string {
  const path = address.split(/[?#]/u)[0] ?? '';
  return path.split(/[/\\]/u).at(-1) ?? '';
}
