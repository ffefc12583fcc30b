import { AppError } from '#shared/errors.ts';

/** Names that Windows gives to devices, with any ending (Microsoft, "Naming Files, Paths, and Namespaces"). */
const reserved = /^(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?$/i;
const pathLimit = 240;

/**
 * The path of an entry, from its raw bytes. Refuses `archive-path-unsafe` and `archive-name-reserved`: whatever a
 * program on any system could take for a place outside the folder that it unpacks into. Only printable ASCII passes.
 * @param raw with a `/` at its end for a folder
 */
export function safeZipPath(raw: Uint8Array): string {
  const path = Buffer.from(raw).toString('latin1');
  const parts = path.replace(/\/$/, '').split('/');
  const unsafe =
    path.length > pathLimit ||
    /[^\x20-\x7e]|[\\:*?"<>|]/.test(path) ||
    parts.some((part) => part === '' || part === '.' || part === '..' || /^ |[ .]$/.test(part));
  if (unsafe) throw new AppError('archive-path-unsafe', { path: printable(raw) });
  if (parts.some((part) => reserved.test(part))) throw new AppError('archive-name-reserved', { path });
  return path;
}

/**
 * Refuses `archive-name-duplicate` when two names are the same to any file system: alike but for case or Unicode
 * form, or one a file where the other needs a folder.
 */
export function refuseDuplicates(raws: readonly Uint8Array[]): void {
  const files = new Set<string>();
  const folders = new Set<string>();
  for (const raw of raws) {
    const text = Buffer.from(raw).toString('utf8');
    const path = text.normalize('NFKC').toLowerCase().replace(/\/$/, '');
    const isFolder = text.endsWith('/');
    if (files.has(path) || (isFolder ? files : folders).has(path)) throw duplicate(raw);
    (isFolder ? folders : files).add(path);
    for (let at = path.indexOf('/'); at >= 0; at = path.indexOf('/', at + 1)) {
      const parent = path.slice(0, at);
      if (files.has(parent)) throw duplicate(raw);
      folders.add(parent);
    }
  }
}

function duplicate(raw: Uint8Array): AppError {
  return new AppError('archive-name-duplicate', { path: printable(raw) });
}

/** A hostile name, fit to be shown. */
export function printable(raw: Uint8Array): string {
  return Buffer.from(raw)
    .toString('utf8')
    .replace(/[^\p{L}\p{N}\p{P}\p{S} ]/gu, '\ufffd')
    .slice(0, 100);
}
