import PostalMime, { type Email } from 'postal-mime';
import { AppError } from '#shared/errors.ts';

const deepestParts = 32;

/** Takes a mail or saved page (RFC 2045) apart; messages inside it stay whole. Refuses `mail-broken`. */
export async function parseMail(bytes: Uint8Array, name: string): Promise<Email> {
  try {
    return await PostalMime.parse(withReadableFields(bytes), {
      maxNestingDepth: deepestParts,
      forceRfc822Attachments: true,
    });
  } catch (cause) {
    throw new AppError('mail-broken', { name }, { cause });
  }
}

/** The fields of a message, and those of its parts that may hold names of files. */
const head = /^[^]*?\r?\n\r?\n/u;
const partField = /^(?:Content-[\w-]+:|[ \t]+(?:file)?name=)[^\r\n]*[\u0080-\u00ff][^\r\n]*/gimu;

/** Older programs write Chinese into fields as it is, in the encoding of the system (GBK): as UTF-8, which readers expect. */
function withReadableFields(bytes: Uint8Array): Uint8Array {
  const latin = Buffer.from(bytes).toString('latin1');
  const end = head.exec(latin.slice(0, 1024 * 1024))?.[0].length ?? 0;
  const readable = asUtf8(latin.slice(0, end)) + latin.slice(end).replace(partField, asUtf8);
  return readable === latin ? bytes : Buffer.from(readable, 'latin1');
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
