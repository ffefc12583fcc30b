import type { ErrorCode } from '#shared/errors.ts';
import type { FileKind } from '#shared/model/file-kind.ts';

const byEnding: readonly (readonly [ending: RegExp, code: ErrorCode])[] = [
  [/\.(?:xls[xmb]?|xlt|et|ett)$/iu, 'import-spreadsheet'],
  [/\.(?:ppt[xm]?|pps[xm]?|dps)$/iu, 'import-slides'],
  [/\.ofd$/iu, 'import-ofd'],
  [/\.msg$/iu, 'import-outlook'],
];

/** The stream of a file that Office or WPS has encrypted (MS-OFFCRYPTO, 1.3.2), as the directory of its container names it. */
const encrypted = Buffer.from('EncryptedPackage', 'utf16le');

/**
 * Files that are never read, by a code that says what to do with them instead; undefined for those that readers take.
 * @param bytes the file, as far as an import would read it, where it is of an old format
 */
export function wayOut(kind: FileKind, name: string, bytes: Uint8Array): ErrorCode | undefined {
  if (kind === 'old-office' && Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(encrypted))
    return 'import-encrypted';
  if (kind === 'pdf') return 'import-pdf';
  if (kind === 'compressed') return 'import-compressed';
  if (kind !== 'zip' && kind !== 'old-office') return undefined;
  const named = byEnding.find(([ending]) => ending.test(name))?.[1];
  return named ?? (kind === 'old-office' ? 'import-old-office' : undefined);
}
