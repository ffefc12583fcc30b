import { decodeBytes } from './decode-page.ts';

/** Fields that may say a wrong encoding of Chinese words, or none (RFC 2046, 4.1.2), with the lines they go on in. */
const textField = /^content-type:[ \t]*text\/(?:plain|html)\b(?:[^\r\n]|\r?\n[ \t])*/gimu;
const charset = /;\s*charset\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s;"']+))/iu;
/** What programs write without a look at the words; where another is said it is meant. */
const doubtful =
  /^(?:us-ascii|ascii|ansi.*|iso-8859-1|latin1|windows-1252|utf-?8|gb.*|x-gbk|cp936|unknown.*|default.*|)$/iu;
/** An encoding that gives each byte beyond ASCII a sign of its own, from U+F780 on: the reader of mails passes bytes on. */
const passedOn = 'x-user-defined';
const passed = /[\0-\u007f\uf780-\uf7ff]+/gu;

/** A mail whose words the reader passes on as bytes, wherever the encoding that it says may be a wrong one. */
export function passWordsOn(latin: string, hasOwnType: boolean): string {
  const marked = latin.replace(textField, (field) => {
    const found = charset.exec(field);
    if (!doubtful.test((found?.[1] ?? found?.[2] ?? found?.[3] ?? '').trim())) return field;
    return `${field.replace(charset, '')}; charset=${passedOn}`;
  });
  return hasOwnType ? marked : `Content-Type: text/plain; charset=${passedOn}\r\n${marked}`;
}

/** The words that were passed on as bytes, by what the bytes are; and how many characters could not be read. */
export function readWordsPassedOn(words: string): { readonly text: string; readonly unreadable: number } {
  let unreadable = 0;
  const text = words.replace(passed, (run) => {
    if (!/[\uf780-\uf7ff]/u.test(run)) return run;
    // The low byte of each sign is the byte that it stands for.
    const bytes = Buffer.from(run, 'latin1');
    const decoded = decodeBytes(bytes);
    unreadable += decoded?.unreadable ?? 0;
    return decoded?.text ?? new TextDecoder('windows-1252').decode(bytes);
  });
  return { text, unreadable };
}
