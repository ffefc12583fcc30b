import type { Attachment } from 'postal-mime';
import { AppError } from '#shared/errors.ts';
import type { ChangeLog } from './change-log.ts';
import { note, type IncomingPage, type IncomingPicture } from './incoming-page.ts';
import { parseMail } from './mail-bytes.ts';
import { headersIn, partFrames, shownPage } from './mhtml-frames.ts';
import { isRemote, lastName, withoutQuery } from './picture-address.ts';
import { readHtml, type FindPicture } from './read-page.ts';

/**
 * Reads a page that was saved whole (MHTML, RFC 2557): its pictures are parts beside it, found by the address at which
 * the page names them. Refuses `mail-broken`, `page-empty`.
 */
export async function readMhtml(bytes: Uint8Array, name: string, log: ChangeLog): Promise<IncomingPage> {
  const page = await parseMail(settled(bytes), name);
  if ((page.html ?? '').trim() === '') throw new AppError('page-empty', { name });
  const html = shownPage(page.html ?? '', page.attachments);
  const read = readHtml(html, log, pictureFinder(page.attachments));
  const aside = headersIn(page.attachments);
  const notes = [...note('unreadable-characters', page.unreadable), ...note('headers-footers', aside.length)];
  return { ...read, kind: 'mhtml', notes: [...notes, ...read.notes], setApart: aside };
}

/**
 * The reader of mails knows nothing of `Content-Location`, by which the parts of a page are named; `Content-Description`
 * it passes on, and pages have none.
 */
function settled(bytes: Uint8Array): Uint8Array {
  const renamed = Buffer.from(bytes)
    .toString('latin1')
    .replace(/^content-location:/gimu, 'Content-Description:');
  return Buffer.from(partFrames(renamed), 'latin1');
}

/**
 * Finds the part that an address of the page means: by the whole address, by the same without its query (a script asks for
 * another size of the same picture), and a relative one, whose base programs leave out, by the name at its end. Where two
 * parts could be meant none is: a wrong picture is worse than a place that waits.
 */
function pictureFinder(parts: readonly Attachment[]): FindPicture {
  const pictures = parts.flatMap(({ mimeType, content, contentId, description: location = '' }) => {
    if (!mimeType.startsWith('image/') || typeof content === 'string') return [];
    const name = lastName(location) || mimeType.replace('/', '.');
    const names = [location, `cid:${(contentId ?? '').replace(/^<|>$/gu, '')}`];
    return [{ location, names, picture: { name, bytes: new Uint8Array(content) } }];
  });
  const only = (isMeant: (part: (typeof pictures)[number]) => boolean): IncomingPicture | undefined => {
    const found = pictures.filter(isMeant);
    return found.length === 1 ? found[0]?.picture : undefined;
  };
  return (address) => {
    const exact = pictures.find(({ names }) => names.includes(address))?.picture;
    if (exact || address === '') return exact;
    if (isRemote(address)) {
      return only(({ location }) => withoutQuery(location) === withoutQuery(address));
    }
    return only(({ location }) => lastName(address) !== '' && lastName(location) === lastName(address));
  };
}
