import PostalMime, { type Email } from 'postal-mime';
import { AppError } from '#shared/errors.ts';
import { passWordsOn, readWordsPassedOn } from './mail-charset.ts';

const deepestParts = 32;

export interface ParsedMail extends Email {
  /** Characters of its words that could not be read. */
  readonly unreadable: number;
}

/**
 * Takes a mail or saved page (RFC 2045) apart; messages inside it stay whole. Its words are read by what their bytes are:
 * many a program says no encoding of Chinese, or a wrong one. Refuses `mail-broken`.
 */
export async function parseMail(bytes: Uint8Array, name: string): Promise<ParsedMail> {
  try {
    const mail = await PostalMime.parse(settled(bytes), {
      maxNestingDepth: deepestParts,
      forceRfc822Attachments: true,
    });
    const text = readWordsPassedOn(mail.text ?? '');
    const html = readWordsPassedOn(mail.html ?? '');
    return {
      ...mail,
      ...(mail.text === undefined ? {} : { text: text.text }),
      ...(mail.html === undefined ? {} : { html: html.text }),
      unreadable: mail.html === undefined ? text.unreadable : html.unreadable,
    };
  } catch (cause) {
    throw new AppError('mail-broken', { name }, { cause });
  }
}

/** The fields of a message, and those of its parts that may hold names of files. */
const head = /^[^]*?\r?\n\r?\n/u;
const partField = /^(?:Content-[\w-]+:|[ \t]+(?:file)?name=)[^\r\n]*[\u0080-\u00ff][^\r\n]*/gimu;

/** Older programs write Chinese into fields as it is, in the encoding of the system (GBK): as UTF-8, which readers expect. */
function settled(bytes: Uint8Array): Uint8Array {
  const latin = Buffer.from(bytes).toString('latin1');
  const end = head.exec(latin.slice(0, 1024 * 1024))?.[0].length ?? 0;
  const readable = asUtf8(latin.slice(0, end)) + latin.slice(end).replace(partField, asUtf8);
  const hasType = end === 0 || /^content-type:/imu.test(latin.slice(0, end));
  return Buffer.from(passWordsOn(readable, hasType), 'latin1');
}

function asUtf8(latin: string): string {
  const bytes = Buffer.from(latin, 'latin1');
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return latin;
  } catch {
    return Buffer.from(new TextDecoder('gb18030').decode(bytes), 'utf8').toString('latin1');
  }
}
