import { AppError } from '#shared/errors.ts';
import type { ChangeLog } from './change-log.ts';
import { pictureOfDataUrl } from './data-url.ts';
import { csvBlocks } from './csv-blocks.ts';
import { decodePage } from './decode-page.ts';
import { htmlBlocks, looksLikeHtml } from './html-blocks.ts';
import { note, type IncomingPage, type IncomingPicture } from './incoming-page.ts';
import { textBlocks } from './text-blocks.ts';

/** Characters of an address that holds more than a dot or a line. */
const shortestPicture = 110;
/** The longest text that is read, in UTF-16 units: many times what pages have, and read within two seconds. */
const textLimit = 2 * 1024 * 1024;

/** Finds the picture that an address in the page means, if it came along. */
export type FindPicture = (address: string) => IncomingPicture | undefined;

/**
 * Reads a saved page, with the pictures that `find` knows, or plain text. Refuses `page-empty`, `page-not-text`,
 * `import-too-heavy`.
 */
export function readPage(bytes: Uint8Array, name: string, log: ChangeLog, find?: FindPicture): IncomingPage {
  const { text, encoding, unreadable } = decodePage(bytes);
  const notes = note('unreadable-characters', unreadable);
  if (looksLikeHtml(text, name)) {
    const page = readHtml(text, log, find);
    return { ...page, encoding, notes: [...notes, ...page.notes] };
  }
  refuseTooLong(text);
  const table = csvBlocks(text, name);
  const lines = table ? { blocks: table, notes: [] } : textBlocks(text, log, /\.md$/iu.test(name));
  return {
    kind: 'text',
    encoding,
    blocks: lines.blocks,
    facts: {},
    notes: [...notes, ...lines.notes],
    setApart: [],
    findPicture: () => undefined,
  };
}

/**
 * Reads HTML that is text already. Pictures in it are found by their `data:` address, or by what `find` answers for
 * another address. Refuses `import-too-heavy`.
 */
export function readHtml(html: string, log: ChangeLog, find: FindPicture = () => undefined): IncomingPage {
  const pictures: IncomingPicture[] = [];
  const light = withoutPictures(html, pictures);
  refuseTooLong(light);
  return {
    kind: 'html',
    encoding: null,
    ...htmlBlocks(light, log),
    setApart: [],
    findPicture({ address, drawnFrom }) {
      return at(address) ?? (drawnFrom === undefined ? undefined : at(drawnFrom));
    },
  };

  function at(address: string): IncomingPicture | undefined {
    const inside = /^data:(\d+)$/u.exec(address)?.[1];
    return inside === undefined ? (pictureOfDataUrl(address) ?? find(address)) : pictures[Number(inside)];
  }
}

/**
 * Puts the pictures that the page holds aside, and their numbers in the place of their addresses: a page with a dozen
 * pictures in it is a hundred times its words. By search alone: a pattern that holds a photo overflows the stack.
 */
function withoutPictures(html: string, pictures: IncomingPicture[]): string {
  const parts: string[] = [];
  const begin = /data:image\//giu;
  const end = /["'\s)>]/gu;
  let at = 0;
  for (let found = begin.exec(html); found; found = begin.exec(html)) {
    end.lastIndex = begin.lastIndex;
    const to = end.exec(html)?.index ?? html.length;
    begin.lastIndex = to;
    if (to - found.index < shortestPicture) continue;
    const picture = pictureOfDataUrl(html.slice(found.index, to));
    parts.push(html.slice(at, found.index), picture ? `data:${pictures.push(picture) - 1}` : '');
    at = to;
  }
  return parts.join('') + html.slice(at);
}

function refuseTooLong(text: string): void {
  if (text.length > textLimit) throw new AppError('import-too-heavy');
}
