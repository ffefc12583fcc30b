import { AppError } from '#shared/errors.ts';
import type { ImportReport } from '#shared/model/import-report.ts';

type Encoding = NonNullable<ImportReport['encoding']>;

export interface DecodedPage {
  readonly text: string;
  readonly encoding: Encoding;
  /** Characters that could not be read and stand as U+FFFD: a file that was cut short, or put together of two. */
  readonly unreadable: number;
}

const unreadableSign = 0xfffd;
/** More of them, and it is no text of this encoding; a file may be cut anywhere. */
const mostUnreadable = 0.05;
const alwaysForgiven = 2;

/**
 * The text of a saved page. UTF-8 when it is that, else UTF-16 by its mark or its zero bytes, else Big5 when the page says
 * so or its bytes do, else GB18030 (which GBK and GB2312 pages are too). Refuses `page-empty` and `page-not-text`.
 */
export function decodePage(bytes: Uint8Array): DecodedPage {
  if (bytes.length === 0) throw new AppError('page-empty');
  const decoded = decodeUtf16(bytes) ?? decodeBytes(bytes);
  if (decoded === undefined || looksBinary(decoded.text)) throw new AppError('page-not-text');
  const text = decoded.text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  if (text.trim() === '') throw new AppError('page-empty');
  return { ...decoded, text };
}

/** The text of bytes that are no UTF-16; undefined when they are none of the encodings. */
export function decodeBytes(bytes: Uint8Array): DecodedPage | undefined {
  return decode(bytes, 'utf-8') ?? decode(bytes, isBig5(bytes) ? 'big5' : 'gb18030');
}

/** Undefined when the bytes are not text of this encoding. */
function decode(bytes: Uint8Array, encoding: Encoding): DecodedPage | undefined {
  const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
  let unreadable = 0;
  let beyondAscii = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === unreadableSign) unreadable += 1;
    else if (unit > 0x7f) beyondAscii += 1;
  }
  if (unreadable === 0) return { text, encoding, unreadable };
  const isText = unreadable <= Math.max(alwaysForgiven, beyondAscii * mostUnreadable) && unreadable < beyondAscii;
  return isText ? { text, encoding, unreadable } : undefined;
}

/** How much of a page its encoding is judged by. */
const judgedBytes = 64 * 1024;
const fewestCommon = 0.9;

/** By what the page says, else by which set's everyday characters its bytes are: both sets know nearly all pairs of bytes. */
function isBig5(bytes: Uint8Array): boolean {
  const begin = bytes.subarray(0, judgedBytes);
  const declared = /charset\s*=\s*["']?\s*([\w-]+)/iu.exec(new TextDecoder('latin1').decode(begin))?.[1];
  if (declared !== undefined && /^(?:big5|gb)/iu.test(declared)) return /^big5/iu.test(declared);
  const asBig5 = commonShare(begin, (lead) => lead >= 0xa1 && lead <= 0xc6);
  const asGb = commonShare(begin, (lead, next) => next >= 0xa1 && lead >= 0xa1 && lead <= 0xd7 && !isGap(lead));
  return asBig5 >= fewestCommon && asBig5 > asGb;
}

/** Rows of GB 2312 between its signs and its first level of characters. */
function isGap(lead: number): boolean {
  return lead > 0xa3 && lead < 0xb0;
}

/** Which part of the characters of two bytes are signs or characters of everyday texts. */
function commonShare(bytes: Uint8Array, isCommon: (lead: number, next: number) => boolean): number {
  let pairs = 0;
  let common = 0;
  for (let at = 0; at < bytes.length - 1; at += 1) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) continue;
    at += 1;
    pairs += 1;
    if (isCommon(lead, bytes[at] ?? 0)) common += 1;
  }
  return pairs === 0 ? 0 : common / pairs;
}

/** By its byte order mark; without one when there are zero bytes and nearly all of it reads as Latin and Chinese. */
function decodeUtf16(bytes: Uint8Array): DecodedPage | undefined {
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decode(bytes, 'utf-16be');
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decode(bytes, 'utf-16le');
  if (!bytes.includes(0)) return undefined;
  return (['utf-16le', 'utf-16be'] as const)
    .map((encoding) => decode(bytes, encoding))
    .find((decoded) => decoded !== undefined && isFamiliar(decoded.text));
}

function isFamiliar(text: string): boolean {
  const familiar = text.match(/[\t\r\n -~\p{Script=Han}\u3000-\u303f\uff00-\uffef\u2010-\u2027]/gu)?.length ?? 0;
  return familiar >= text.length * 0.9;
}

/** Control characters that no text file holds. */
function looksBinary(text: string): boolean {
  // oxlint-disable-next-line no-control-regex -- the control characters are the point
  return /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/.test(text);
}
