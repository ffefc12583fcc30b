import { AppError } from '#shared/errors.ts';
import type { ChangeLog } from './change-log.ts';
import { pictureOfDataUrl } from './data-url.ts';
import { decodePage } from './decode-page.ts';
import { htmlBlocks, looksLikeHtml } from './html-blocks.ts';
import type { IncomingPage, IncomingPicture } from './incoming-page.ts';
import { textBlocks } from './text-blocks.ts';

/** The longest text that is read, in UTF-16 units: many times what pages have, and read within two seconds. */
const textLimit = 2 * 1024 * 1024;

/** Reads a saved page or plain text. Refuses `page-empty`, `page-not-text`, `file-too-large`. */
export function readPage(bytes: Uint8Array, name: string, log: ChangeLog): IncomingPage {
  const { text, encoding } = decodePage(bytes);
  if (looksLikeHtml(text, name)) return { ...readHtml(text, name, log), encoding };
  refuseTooLong(text, name);
  return {
    kind: 'text',
    encoding,
    blocks: textBlocks(text),
    facts: {},
    notes: [],
    setApart: [],
    findPicture: () => undefined,
  };
}

/**
 * Reads HTML that is text already. Pictures in it are found by their `data:` address, or by what `find` answers for
 * another address. Refuses `file-too-large`.
 */
export function readHtml(
  html: string,
  name: string,
  log: ChangeLog,
  find: (address: string) => IncomingPicture | undefined = () => undefined,
): IncomingPage {
  const pictures: IncomingPicture[] = [];
  // Out of the way first: a page with a dozen pictures in it is a hundred times its words.
  const light = html.replace(/data:image\/[^"'\s)>]{100,}/giu, (address) => {
    const picture = pictureOfDataUrl(address);
    return picture ? `data:${pictures.push(picture) - 1}` : '';
  });
  refuseTooLong(light, name);
  return {
    kind: 'html',
    encoding: null,
    ...htmlBlocks(light, log),
    notes: [],
    setApart: [],
    findPicture({ address }) {
      const inside = /^data:(\d+)$/u.exec(address)?.[1];
      return inside === undefined ? (pictureOfDataUrl(address) ?? find(address)) : pictures[Number(inside)];
    },
  };
}

function refuseTooLong(text: string, name: string): void {
  if (text.length > textLimit) {
    throw new AppError('file-too-large', { name, limitMegabytes: textLimit / 1024 / 1024 });
  }
}
