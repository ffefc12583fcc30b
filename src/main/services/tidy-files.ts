import type { Backups } from './ports/backups.ts';
import type { Clock } from './ports/clock.ts';
import type { Log } from './ports/log.ts';
import type { MediaFiles } from './ports/media-files.ts';
import type { UnusedFileStore } from './ports/unused-file-store.ts';
import type { WorkHandle } from './ports/work-handle.ts';

export interface TidyFilesPorts {
  readonly store: UnusedFileStore;
  readonly backups: Pick<Backups, 'findUnused' | 'keepMedia'>;
  readonly media: Pick<MediaFiles, 'remove'>;
  readonly clock: Clock;
  readonly log: Log;
  /** Where the backups of this disk lie. */
  readonly backupFolder: string;
}

/**
 * Deletes pictures and attachments that no draft, version, journal, undo history or trash has named for 30 days of use. The
 * backups of this disk keep theirs, as those of the second disk do anyway: a restore brings them back for as long as such a
 * backup is kept. First the rows go and the files are noted, then the files: what a kill leaves is done the next time.
 */
export async function tidyFiles(ports: TidyFilesPorts, handle: WorkHandle): Promise<void> {
  const { store, backups, clock } = ports;
  await removeFiles(ports);
  const { sha256s, readTo } = await backups.findUnused(handle);
  const { due, files } = await store.markUnusedFiles({ sha256s });
  if (due.length === 0) return;
  await backups.keepMedia(files, ports.backupFolder, handle);
  await store.removeUnusedFiles({ sha256s: due, readTo, at: clock.now() });
  await removeFiles(ports);
}

/** A file that the disk does not let go now is tried again the next time. */
async function removeFiles({ store, media, log }: TidyFilesPorts): Promise<void> {
  const files = await store.listRemovedFiles({});
  const gone: string[] = [];
  for (const sha256 of files) {
    const left = await media.remove(sha256).then(
      (removed) => !removed,
      () => true,
    );
    if (!left) gone.push(sha256);
  }
  await store.forgetRemovedFiles({ sha256s: gone });
  if (files.length > 0) log.info('media.removed', { files: gone.length, left: files.length - gone.length });
}
