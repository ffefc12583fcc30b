import { readFileSync } from 'node:fs';
import type { ImportSource } from '#main/services/ports/page-importer.ts';
import type { IncomingPicture } from './incoming-page.ts';
import { isRemote, lastName } from './picture-address.ts';
import type { FindPicture } from './read-page.ts';

/** Pictures that lay beside a saved page: in its folder `<name>_files`, or given together with it. */
export interface PicturesBeside {
  readonly find: FindPicture;
  /** How many the page had no place for, so far: those of its frame. */
  unused(): number;
}

/**
 * Programs write the page's addresses anew when they save it (`./标题_files/640(1).webp`, each part percent-encoded), so
 * the last name tells the picture. An address that stayed on the network counts only with an ending: the pictures of
 * WeChat all end in `/640` there. Where two files could be meant none is.
 */
export function picturesBeside(files: NonNullable<ImportSource['beside']>): PicturesBeside {
  const used = new Set<string>();
  const find = (address: string): IncomingPicture | undefined => {
    const wanted = plain(decoded(lastName(address)));
    if (wanted === '' || (isRemote(address) && !/\.\w{2,5}$/u.test(wanted))) return undefined;
    const [found, ...others] = files.filter(({ name }) => plain(name) === wanted);
    if (!found || others.length > 0) return undefined;
    used.add(found.path);
    return { name: found.name, bytes: readFileSync(found.path) };
  };
  return { find, unused: () => files.length - used.size };
}

/** Names of files do not differ by case where pages are saved. */
function plain(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
