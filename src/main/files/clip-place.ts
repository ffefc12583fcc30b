import { posix, win32 } from 'node:path';

/** Folders of Word and WPS for what they put on a clipboard. */
const clipFolder = /^(msohtmlclip\d*|ksohtml[\w-]*)$/iu;
/** WPS for Linux has a folder for each person around it. */
const personFolder = /^wps-[\w-]{1,80}$/u;
/**
 * `clip_image002.jpg`, `wps1.png`, `wps_clip_image-12345.png`, of older WPS `wpsCD90.tmp.jpg`: no other dots, no blanks or
 * signs that mean something to a file system.
 */
const clipName = /^[\w-]{1,80}(\.tmp)?(\.[a-z]{3,4})?$/iu;
const deepestFolders = 3;

/**
 * Where a `file:` address of a clipboard lies below the system's temporary folder, as the names from there; null for
 * every other address. Only words are compared: no file is touched, and nothing on another drive or machine is asked.
 */
export function clipPlace(address: string, temporary: string, platform: NodeJS.Platform): readonly string[] | null {
  const path = pathOf(address, platform);
  if (path === null) return null;
  const separator = platform === 'win32' ? /[\\/]+/u : /\/+/u;
  const names = path.split(separator).filter((name) => name !== '');
  const folder = temporary.split(separator).filter((name) => name !== '');
  const isBelow = folder.every((name, index) => isSameName(name, names[index] ?? '', platform));
  const rest = names.slice(folder.length);
  const isOfPerson = platform !== 'win32' && personFolder.test(rest[0] ?? '');
  const [first = '', ...deeper] = isOfPerson ? rest.slice(1) : rest;
  if (!isBelow || deeper.length === 0 || deeper.length > deepestFolders || !clipFolder.test(first)) return null;
  return deeper.every((name) => clipName.test(name)) ? rest : null;
}

/** The path in a `file:` address of this machine; null for servers, devices and whatever is no plain path. */
function pathOf(address: string, platform: NodeJS.Platform): string | null {
  const match = /^file:\/{2}(?:localhost)?\/([^?#]*)$/iu.exec(address.trim());
  if (!match) return null;
  let path: string;
  try {
    path = decodeURIComponent(match[1] ?? '');
  } catch {
    return null;
  }
  // oxlint-disable-next-line no-control-regex -- a name that ends early is another file
  if (/[\u0000-\u001f<>"|?*]/u.test(path) || path.split(/[\\/]/u).some((name) => /^\.+$/u.test(name))) return null;
  // WPS for Linux writes `file:////tmp/…`.
  if (platform !== 'win32') return /^\/{2}/u.test(path) || path.includes('\\') ? null : posix.normalize(`/${path}`);
  // A drive, and no second colon: `C:file` and `name:stream` are other things.
  return /^[a-z]:[\\/](?![\\/])[^:]*$/iu.test(path) ? win32.normalize(path) : null;
}

/** Windows knows a folder by its short name too: `ADMINI~1` for `Administrator`. */
function isSameName(known: string, given: string, platform: NodeJS.Platform): boolean {
  if (platform !== 'win32') return known === given;
  const [a, b] = [known.toUpperCase(), given.toUpperCase()];
  return a === b || isShortOf(a, b) || isShortOf(b, a);
}

function isShortOf(short: string, long: string): boolean {
  const stem = /^([^~]{1,6})~\d{1,4}$/u.exec(short)?.[1];
  return stem !== undefined && long.replace(/[ .]/gu, '').startsWith(stem);
}
