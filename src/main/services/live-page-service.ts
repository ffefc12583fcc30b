import { AppError } from '#shared/errors.ts';
import type { LiveCheck } from '#shared/model/live-check.ts';
import { ownKeyRing } from './own-key-ring.ts';
import type { Clock } from './ports/clock.ts';
import type { KeyStore } from './ports/key-store.ts';
import type { LivePages } from './ports/live-pages.ts';
import type { PackageReader } from './ports/package-reader.ts';
import type { Store } from './ports/store.ts';
import type { UploadTargetService } from './upload-target-service.ts';

export interface LivePageService {
  /**
   * Fetches the page of a published upload and holds its words, tags and pictures against the package. Refuses `not-found`
   * where there is no receipt, the refusals of the reader for the package itself, and those of `LivePages`.
   */
  check(uploadId: string): Promise<LiveCheck>;
}

export interface LivePageServicePorts {
  readonly store: Store;
  readonly keys: KeyStore;
  readonly reader: PackageReader;
  readonly pages: LivePages;
  readonly targets: Pick<UploadTargetService, 'ready'>;
  readonly clock: Clock;
}

export function livePageService(ports: LivePageServicePorts): LivePageService {
  const { store, keys, reader, pages, targets, clock } = ports;
  return {
    async check(uploadId) {
      const upload = await store.readUpload({ uploadId });
      const record = upload && (await store.readPackage({ packageId: upload.packageId }));
      if (!upload?.receipt || !record) throw new AppError('not-found');
      const { pageUrl } = upload.receipt.body;
      const target = await targets.ready(upload.targetId);
      const pack = await reader.readPackage(record.path, { keyRing: await ownKeyRing(keys, store) });
      try {
        const certificate = target?.kind === 'portal' ? target.certificate : '';
        const compared = await pages.compare(pack, pageUrl, certificate);
        return { ...compared, at: clock.now(), pageUrl, differences: [...compared.differences] };
      } finally {
        await pack.dispose();
      }
    },
  };
}
