import type { AppState } from '#shared/ipc/channels/app.ts';
import type { Disk } from './ports/disk.ts';

/** Asks where the data lies; answers what is known of it by now. Windows takes a second to say, and no start waits for it. */
export function unsafePlaceOf(disk: Disk, folder: string): () => AppState['place'] {
  let place: AppState['place'];
  void (async () => {
    const kind = await disk.kindOf(folder);
    if (kind === 'network' || kind === 'removable') place = kind;
  })();
  return () => place;
}
