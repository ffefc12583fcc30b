import type { Attachment, Email } from 'postal-mime';
import { pictureTypeOf } from '#main/files/picture-type.ts';
import { AppError } from '#shared/errors.ts';
import { blockText } from '#shared/document/walk.ts';
import { fileKindOf, kindHeadBytes } from '#shared/model/file-kind.ts';
import type { ChangeLog } from './change-log.ts';
import { readDocx } from './docx/read-docx.ts';
import { note, type IncomingPage, type IncomingPicture } from './incoming-page.ts';
import { readsAsHeadline } from './headline.ts';
import { lengthOfPart, partLetter } from './letter-parts.ts';
import { parseMail } from './mail-bytes.ts';
import type { PageBlock, PictureReference } from './page-block.ts';
import { readHtml, readPage } from './read-page.ts';
import { readRtfFile } from './rtf/read-rtf-file.ts';
import { textBlocks } from './text-blocks.ts';

interface MailFile extends IncomingPicture {
  readonly contentId: string;
  readonly type: string;
}

const forwarded = 'message/rfc822';
/** A mail in a mail in a mail: further in nobody looks. */
const deepestMail = 3;

/**
 * Reads a mail (RFC 5322): where documents, or mails longer than itself, are attached they are the article and the letter
 * around them is set apart; otherwise the letter is, without the heads and notes of forwarding. Attached pictures stand
 * behind the text, each as a figure; other files are named and left. Refuses `mail-broken`.
 */
export async function readMail(bytes: Uint8Array, name: string, log: ChangeLog, depth = 1): Promise<IncomingPage> {
  const mail = await parseMail(bytes, name);
  const files = mail.attachments.map(fileOf);
  const { letter, around } = readLetter(mail, files, log);
  const documents: IncomingPage[] = [];
  const taken: string[] = [];
  const left: string[] = [];
  const shown = new Set(letter.blocks.flatMap(({ picture }) => picture?.address ?? []));
  // A picture of a letter around the article (a signature's, as a rule) is named, not taken.
  for (const { picture } of around) {
    const file = picture && letter.findPicture(picture);
    if (file && !shown.has(picture.address)) left.push(file.name);
  }
  for (const file of files.filter((entry) => !isInside(entry, mail.html))) {
    const document = await readAttached(file, log, depth);
    const isAnswered = document?.kind === 'mail' && lengthOfPart(document.blocks) < lengthOfPart(letter.blocks);
    if (document && !isAnswered) documents.push(document);
    if ((document && !isAnswered) || pictureTypeOf(file.bytes)) taken.push(file.name);
    else if (!isWrapping(file)) left.push(file.name);
  }
  const pictures = files.filter((file) => taken.includes(file.name) && pictureTypeOf(file.bytes));
  const articles = documents.length > 0 ? documents : [letter];
  const subject = (mail.subject ?? '').replace(/^(?:\s*(?:fwd?|re|转发|回复|答复)\s*[:：]\s*)+/iu, '').trim();
  return {
    ...combine(articles, pictures),
    facts: withHeadline(articles[0]?.facts ?? {}, documents.length > 0 || hasHeadline(letter) ? '' : subject),
    kind: 'mail',
    encoding: null,
    notes: [
      ...note('unreadable-characters', mail.unreadable),
      ...articles.flatMap((page) => page.notes),
      ...note('attachments-taken', taken.length, taken),
      ...note('attachments-left', left.length, left),
      ...note('outlook-wrapping', files.filter(isWrapping).length),
    ],
    setApart: [
      ...[...around, ...(documents.length > 0 ? letter.blocks : [])]
        .map(({ node }) => blockText(node))
        .filter((words) => words !== ''),
      ...articles.flatMap((page) => page.setApart),
    ],
  };
}

function fileOf(attachment: Attachment): MailFile {
  const { content } = attachment;
  return {
    name: attachment.filename ?? (attachment.mimeType === forwarded ? 'message.eml' : attachment.mimeType),
    bytes: typeof content === 'string' ? Buffer.from(content, 'utf8') : new Uint8Array(content),
    type: attachment.mimeType,
    contentId: (attachment.contentId ?? '').replace(/^<|>$/gu, ''),
  };
}

/** Shown at its place in the letter by its `cid:` address (RFC 2392). */
function isInside({ contentId }: MailFile, html: string | undefined): boolean {
  return contentId !== '' && (html?.includes(`cid:${contentId}`) ?? false);
}

function readLetter(
  mail: Email,
  files: readonly MailFile[],
  log: ChangeLog,
): { readonly letter: IncomingPage; readonly around: readonly PageBlock[] } {
  const page = readWords(mail, files, log);
  const { article, around } = partLetter(page.blocks);
  return { letter: { ...page, blocks: article }, around };
}

function readWords(mail: Email, files: readonly MailFile[], log: ChangeLog): IncomingPage {
  if (mail.html !== undefined) {
    return readHtml(mail.html, log, (address) =>
      files.find(({ contentId }) => contentId !== '' && address === `cid:${contentId}`),
    );
  }
  const { blocks, notes } = textBlocks(mail.text ?? '', log);
  return { kind: 'mail', encoding: null, blocks, facts: {}, notes, setApart: [], findPicture: () => undefined };
}

/** What Outlook sends when it takes everybody for Outlook: the letter's attachments in a file of its own (TNEF). */
function isWrapping({ name, type }: MailFile): boolean {
  return /^winmail\.dat$/iu.test(name) || /^application\/(?:vnd\.)?ms-tnef$/iu.test(type);
}

/** A Word document, page, text or mail that is attached; undefined for everything else, and for what cannot be read. */
async function readAttached(file: MailFile, log: ChangeLog, depth: number): Promise<IncomingPage | undefined> {
  const kind = fileKindOf(file.bytes.subarray(0, kindHeadBytes), file.name);
  try {
    if (kind === 'mail' || file.type === forwarded)
      return depth < deepestMail ? await readMail(file.bytes, file.name, log, depth + 1) : undefined;
    if (kind === 'zip') return /\.docx$/iu.test(file.name) ? await readDocx(file.bytes, file.name, log) : undefined;
    if (kind === 'rtf') return readRtfFile(file.bytes, file.name, log);
    if (kind === 'html' || (kind === 'text' && /\.txt$/iu.test(file.name))) return readPage(file.bytes, file.name, log);
    return undefined;
  } catch (thrown) {
    if (thrown instanceof AppError) return undefined;
    throw thrown;
  }
}

/** The blocks of all, one after the other; their pictures are told apart by the page they belong to. */
function combine(
  pages: readonly IncomingPage[],
  pictures: readonly MailFile[],
): Pick<IncomingPage, 'blocks' | 'findPicture'> {
  const sources = new Map<string, () => IncomingPicture | undefined>();
  const attached = pictures.map((file, order): PageBlock => {
    const address = `attached:${order}`;
    sources.set(address, () => file);
    return {
      node: { type: 'figure', asset: null, alt: '', credit: '', children: [] },
      source: '',
      picture: { address, order },
    };
  });
  const blocks = pages.flatMap((page, index) => {
    const ofPage = (picture: PictureReference): PictureReference => {
      const address = `page:${index}:${picture.order}:${picture.address}`;
      sources.set(address, () => page.findPicture(picture));
      return { ...picture, address };
    };
    return page.blocks.map((block): PageBlock => {
      const { picture, beside } = block;
      if (!picture) return block;
      return { ...block, picture: ofPage(picture), ...(beside ? { beside: beside.map(ofPage) } : {}) };
    });
  });
  return { blocks: [...blocks, ...attached], findPicture: ({ address }) => sources.get(address)?.() };
}

/** A shorter first line is a greeting. */
const shortestHeadline = 8;

/** Whether a letter begins with a headline of its own, which says more than its subject. */
function hasHeadline({ blocks: [first] }: IncomingPage): boolean {
  const line = first && first.node.type !== 'figure' ? blockText(first.node).trim() : '';
  return line.length >= shortestHeadline && readsAsHeadline(line);
}

function withHeadline(facts: IncomingPage['facts'], subject: string): IncomingPage['facts'] {
  return facts.headline === undefined && subject !== '' ? { ...facts, headline: subject } : facts;
}
