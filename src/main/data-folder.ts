import { access, constants, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '#shared/errors.ts';

/** Where everything of one workstation lies. The folder must be on a local fixed disk: exchange goes by packages. */
export interface DataFolder {
  readonly root: string;
  /** The database; SQLite keeps its `-wal` and `-shm` beside it. */
  readonly database: string;
  /** Pictures by SHA-256. */
  readonly media: string;
  /** Files that are coming in; emptied at each start. */
  readonly inlet: string;
  readonly packages: string;
  readonly reviewFiles: string;
  readonly backups: string;
  /** Signing keys where the machine has no safe store for secrets. */
  readonly keys: string;
  readonly log: string;
  /** The demonstration portal's own data. */
  readonly demoPortal: string;
}

/** Names the places of a data folder and makes those that are folders. Refuses `data-folder-unwritable`. */
export async function openDataFolder(root: string): Promise<DataFolder> {
  const folder: DataFolder = {
    root,
    database: join(root, 'gaoqian.sqlite'),
    media: join(root, 'media'),
    inlet: join(root, 'inlet'),
    packages: join(root, 'packages'),
    reviewFiles: join(root, 'review-files'),
    backups: join(root, 'backups'),
    keys: join(root, 'keys'),
    log: join(root, 'logs', 'gaoqian.log'),
    demoPortal: join(root, 'demo-portal'),
  };
  try {
    for (const path of [folder.media, folder.inlet, folder.packages, folder.reviewFiles, folder.backups]) {
      await mkdir(path, { recursive: true });
    }
    await mkdir(folder.keys, { recursive: true, mode: 0o700 });
    await access(root, constants.W_OK);
  } catch (cause) {
    throw new AppError('data-folder-unwritable', { path: root }, { cause });
  }
  return folder;
}
