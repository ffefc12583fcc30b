import { constants } from 'node:fs';
import { access, stat, statfs } from 'node:fs/promises';
import { isAbsolute, join, relative } from 'node:path';
import type { Disk } from '#main/services/ports/disk.ts';
import { diskKind } from './disk-kind.ts';

/** The disks as the system tells of them. */
export const systemDisk: Disk = {
  async freeBytes(folder) {
    return statfs(folder).then(
      (found) => found.bavail * found.bsize,
      () => null,
    );
  },
  kindOf: diskKind,
  async state(folder) {
    const found = await stat(folder).catch(() => null);
    if (!found?.isDirectory()) return 'missing';
    return access(folder, constants.W_OK).then(
      () => 'ok' as const,
      () => 'unwritable' as const,
    );
  },
  async sameDisk(one, other) {
    const [first, second] = await Promise.all([one, other].map(async (folder) => stat(folder).catch(() => null)));
    return first !== null && first !== undefined && first.dev === second?.dev;
  },
  isAbsolute,
  join,
  isInside(folder, other) {
    const way = relative(other, folder);
    return !way.startsWith('..') && !isAbsolute(way);
  },
};
