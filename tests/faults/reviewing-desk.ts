import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { openStoreFolder } from '#main/db/store-folder.ts';
import { inletFiles } from '#main/files/inlet-files.ts';
import { mediaFiles } from '#main/files/media-files.ts';
import { systemClock } from '#main/files/system-clock.ts';
import { systemIds } from '#main/files/system-ids.ts';
import { fileKeyStore } from '#main/publishing/file-key-store.ts';
import { packageReader } from '#main/publishing/package-reader.ts';
import { packageWriter } from '#main/publishing/package-writer.ts';
import { readRendition } from '#main/publishing/read-rendition.ts';
import type { Desk } from '#main/services/desk.ts';
import type { KeyStore } from '#main/services/ports/key-store.ts';
import { draftService, type DraftService } from '#main/services/draft-service.ts';
import { reviewFileMerger } from '#main/services/review-file-merger.ts';
import { reviewFileService, type ReviewFileService } from '#main/services/review-file-service.ts';
import { writtenFiles } from '#main/services/written-files.ts';
import { writer } from '#tests/builders/signatory.ts';
import { sampleProfile } from '#tests/helpers/sample-profile.ts';
import { silentLog } from '#tests/helpers/silent-log.ts';
import { storeOn } from '#tests/helpers/store-in-thread.ts';

/** A workstation in this thread that writes drafts and exchanges them as review files. */
export interface ReviewingDesk {
  readonly database: Database;
  readonly keys: KeyStore;
  readonly drafts: DraftService;
  readonly reviewFiles: ReviewFileService;
  close(): void;
}

export async function openReviewingDesk(folder: string): Promise<ReviewingDesk> {
  const open = await openStoreFolder(join(folder, 'store'), systemClock.now());
  const store = storeOn(open);
  const ids = systemIds();
  const desk: Desk = { person: async () => writer, profile: async () => sampleProfile };
  const media = mediaFiles(join(folder, 'media'));
  const keys = fileKeyStore(join(folder, 'keys'));
  const common = { store, clock: systemClock, ids, events: { emit: () => undefined }, desk };
  return {
    database: open.database,
    keys,
    drafts: draftService({ ...common, log: silentLog }),
    reviewFiles: reviewFileService({
      ...common,
      keys,
      inlet: inletFiles(join(folder, 'inlet'), ids),
      reader: packageReader,
      writer: packageWriter(media, packageReader),
      merger: reviewFileMerger({ ...common, media, readRendition }),
      written: writtenFiles({ ids, packages: store }),
      folder: join(folder, 'review-files'),
      agent: 'Gaoqian',
    }),
    close: () => open.close(),
  };
}
