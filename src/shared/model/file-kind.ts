/** What a file given to the workstation seems to be; its reader has the last word. */
export type FileKind =
  | 'zip'
  /** OLE compound files: .doc, .wps, .xls, .msg, and Office files with a password; Office 2003's XML. */
  | 'old-office'
  | 'rtf'
  | 'pdf'
  /** RAR, 7-Zip and gzip. */
  | 'compressed'
  | 'mhtml'
  | 'mail'
  | 'html'
  | 'text'
  /** Bytes that are no text: a picture, or nothing that is taken in. */
  | 'binary';

/** How many bytes of a file its kind is read from. */
export const kindHeadBytes = 4096;

/** Documents, pages, texts, mails and archives by their names: nobody means them as pictures. */
const documentName =
  /\.(?:docx|docm|dotx|doc|wps|rtf|pdf|ofd|xhtml|html?|mht|mhtml|eml|msg|txt|md|zip|rar|7z|xlsx?|et|csv|pptx?|dps)$/iu;
const pictureName = /\.(jpe?g|jfif|png|gif|webp|tiff?|hei[cf]|bmp|avif|svg)$/iu;

/** How RAR, 7-Zip and gzip (RFC 1952) begin. */
const compressed: readonly (readonly number[])[] = [
  [0x52, 0x61, 0x72, 0x21, 0x1a],
  [0x37, 0x7a, 0xbc, 0xaf, 0x27],
  [0x1f, 0x8b],
];

/**
 * Tells what a file is by its first bytes. The name counts only where bytes cannot tell: a page without its head, text
 * in two-byte characters, and a name of a picture, which is told as such even when words are in it.
 */
export function fileKindOf(head: Uint8Array, name: string): FileKind {
  if (startsWith(head, [0x50, 0x4b, 0x03, 0x04]) || startsWith(head, [0x50, 0x4b, 0x05, 0x06])) return 'zip';
  if (startsWith(head, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) return 'old-office';
  const latin = latinOf(head);
  if (latin.startsWith('{\\rtf')) return 'rtf';
  if (/^[\s\0]{0,1024}%PDF-/u.test(latin)) return 'pdf';
  if (compressed.some((bytes) => startsWith(head, bytes))) return 'compressed';
  if (/<\?mso-application\b/u.test(latin)) return 'old-office';
  if (pictureName.test(name)) return 'binary';
  const mime = mimeKind(latin, name);
  if (mime) return mime;
  if (/\.x?html?$/iu.test(name)) return 'html';
  if (
    /^[\s\u00ef\u00bb\u00bf]*(?:<!--[^]*?-->\s*)?(?:<\?xml[^>]*>\s*)?<(?:!doctype html|html|head|body|meta|style|table|div)\b/iu.test(
      latin,
    )
  ) {
    return 'html';
  }
  if (/\.(txt|text|md)$/iu.test(name) || isMarked(head)) return 'text';
  return looksBinary(latin) ? 'binary' : 'text';
}

/** Where there is no time for bytes, as while a drop is being handled. A picture that is none says so in its place. */
export function isNamedAsDocument(name: string): boolean {
  return documentName.test(name);
}

/** How the files of a package, review or exchange file of ours are called below their one folder (RFC 8493). */
const bagEntry = /^[!-~]{1,200}?\/(?:$|data\/|metadata\/|bagit\.txt|bag-info\.txt|(?:tag)?manifest-)/u;

/** The name of the first file in a zip (APPNOTE 4.3.7), one character for each byte; empty for what is none. */
export function firstEntryOf(head: Uint8Array): string {
  const length = (head[26] ?? 0) + (head[27] ?? 0) * 256;
  return String.fromCharCode(...head.subarray(30, 30 + length));
}

/** Whether a zip seems to be one of ours; only its reader knows. */
export function isOwnArchive(head: Uint8Array): boolean {
  return bagEntry.test(firstEntryOf(head));
}

/** RFC 5322 and RFC 2557 files begin with header fields. */
function mimeKind(latin: string, name: string): 'mhtml' | 'mail' | undefined {
  const isNamed = /\.(mht|mhtml|eml)$/iu.test(name);
  const fields = /^(?:From [^\n]*\n)?((?:[!-9;-~]+:[^\n]*\n(?:[ \t][^\n]*\n)*)+)/u.exec(latin.trimStart())?.[1] ?? '';
  const isMime = /^(?:mime-version|content-type|received|message-id|return-path|x-mailer):/imu.test(fields);
  if (!isMime && !isNamed) return undefined;
  if (!isMime && fields === '') return undefined;
  const isPage = /multipart\/related/iu.test(fields) && !/^(?:received|message-id|to):/imu.test(fields);
  return isPage || /^snapshot-content-location:/imu.test(fields) || /\.mht(ml)?$/iu.test(name) ? 'mhtml' : 'mail';
}

/** By its byte order mark: UTF-8, UTF-16 of either order. */
function isMarked(head: Uint8Array): boolean {
  return startsWith(head, [0xef, 0xbb, 0xbf]) || startsWith(head, [0xff, 0xfe]) || startsWith(head, [0xfe, 0xff]);
}

/** Control characters that no text file holds. */
function looksBinary(latin: string): boolean {
  // oxlint-disable-next-line no-control-regex -- the control characters are the point
  return /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/u.test(latin);
}

function startsWith(head: Uint8Array, bytes: readonly number[]): boolean {
  return bytes.every((byte, index) => head[index] === byte);
}

function latinOf(head: Uint8Array): string {
  return String.fromCharCode(...head.subarray(0, kindHeadBytes)).replace(/\r\n?/gu, '\n');
}
