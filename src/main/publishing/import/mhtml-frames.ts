import type { Attachment } from 'postal-mime';
import { ChangeLog } from './change-log.ts';
import { decodeBytes } from './decode-page.ts';
import { isPageNumber } from './docx/docx-notes.ts';
import { htmlBlocks } from './html-blocks.ts';
import { lengthOfPart } from './letter-parts.ts';
import type { PageBlock } from './page-block.ts';

const framePart = 'application/x-page-frame';
/** A page of fewer characters is the frame around one that stands in a frame of it. */
const shortestPage = 200;

/**
 * A page that was saved whole, with a type for its parts that the reader of mails leaves alone: it takes all that are HTML
 * for the letter. The first is the page (RFC 2387), the others are its frames, or Word's headers and footers.
 * @param latin one character for each byte
 */
export function partFrames(latin: string): string {
  let isFirst = true;
  return latin.replace(/^content-type:[ \t]*text\/html\b/gimu, (field) => {
    const kept = isFirst ? field : `Content-Type: ${framePart}`;
    isFirst = false;
    return kept;
  });
}

/** The markup of the page that people read: of a frame where the page around it says next to nothing. */
export function shownPage(page: string, parts: readonly Attachment[]): string {
  const frames = parts.filter((part) => isFrame(part) && !isHeader(part)).map(wordsOf);
  if (frames.length === 0 || lengthOf(page) >= shortestPage) return page;
  return frames.reduce((longest, frame) => (lengthOf(frame) > lengthOf(longest) ? frame : longest), page);
}

/** The lines of the headers and footers that Word writes into a part of their own, beside the rule above footnotes. */
export function headersIn(parts: readonly Attachment[]): readonly string[] {
  const lines = parts
    .filter((part) => isFrame(part) && isHeader(part))
    .flatMap((part) => blocksOf(wordsOf(part)).map(({ source }) => source));
  return [...new Set(lines.filter((line) => line.trim() !== '' && !isPageNumber(line)))];
}

function isFrame({ mimeType }: Attachment): boolean {
  return mimeType === framePart;
}

function isHeader({ description = '' }: Attachment): boolean {
  return /header\.html?$/iu.test(description);
}

function wordsOf({ content }: Attachment): string {
  return typeof content === 'string' ? content : (decodeBytes(new Uint8Array(content))?.text ?? '');
}

function lengthOf(html: string): number {
  return lengthOfPart(blocksOf(html));
}

function blocksOf(html: string): readonly PageBlock[] {
  return htmlBlocks(html, new ChangeLog()).blocks;
}
