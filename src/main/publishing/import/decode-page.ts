import { AppError } from '#shared/errors.ts';
import type { ImportReport } from '#shared/model/import-report.ts';

export interface DecodedPage {
  readonly text: string;
  readonly encoding: ImportReport['encoding'];
}

/**
 * The text of a saved page. UTF-8 when it is that without exception, else UTF-16 by its mark or its zero bytes, else
 * Big5 when a page says so, else GB18030 (which GBK and GB2312 pages are too). Refuses `page-empty` and `page-not-text`.
 */
export function decodePage(bytes: Uint8Array): DecodedPage {
  if (bytes.length === 0) throw new AppError('page-empty');
  const decoded = decodeUtf16(bytes) ?? decodeBytes(bytes);
  if (decoded.text === undefined || looksBinary(decoded.text)) throw new AppError('page-not-text');
  const text = decoded.text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  if (text.trim() === '') throw new AppError('page-empty');
  return { text, encoding: decoded.encoding };
}

function decodeBytes(bytes: Uint8Array): { text: string | undefined; encoding: ImportReport['encoding'] } {
  const text = decode(bytes, 'utf-8');
  if (text !== undefined) return { text, encoding: 'utf-8' };
  const declared = /charset\s*=\s*["']?\s*big5/iu.test(new TextDecoder('latin1').decode(bytes.subarray(0, 2048)));
  const encoding = declared ? 'big5' : 'gb18030';
  return { text: decode(bytes, encoding), encoding };
}

/** Undefined when the bytes are not text of this encoding. */
function decode(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** By its byte order mark; without one when there are zero bytes and nearly all of it reads as Latin and Chinese. */
function decodeUtf16(bytes: Uint8Array): { text: string | undefined; encoding: 'utf-16le' | 'utf-16be' } | undefined {
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { text: decode(bytes, 'utf-16be'), encoding: 'utf-16be' };
  const marked = bytes[0] === 0xff && bytes[1] === 0xfe;
  if (!marked && !bytes.includes(0)) return undefined;
  const text = decode(bytes, 'utf-16le');
  if (marked) return { text, encoding: 'utf-16le' };
  const familiar = text?.match(/[\t\r\n -~\p{Script=Han}\u3000-\u303f\uff00-\uffef\u2010-\u2027]/gu)?.length ?? 0;
  return text !== undefined && familiar >= text.length * 0.9 ? { text, encoding: 'utf-16le' } : undefined;
}

/** Control characters that no text file holds. */
function looksBinary(text: string): boolean {
  // oxlint-disable-next-line no-control-regex -- the control characters are the point
  return /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/.test(text);
}
