import type { PackageRecord, VerifyReport } from '#shared/model/package-record.ts';
import type { Upload } from '#shared/model/upload.ts';
import type { Clock } from './ports/clock.ts';
import type { EventSink } from './ports/event-sink.ts';
import type { FolderDelivery } from './ports/folder-delivery.ts';
import type { Ids } from './ports/ids.ts';
import type { Log } from './ports/log.ts';
import type { PortalClient } from './ports/portal-client.ts';
import type { PublishStore } from './ports/publish-store.ts';
import type { SettingsStore } from './ports/settings-store.ts';
import type { Timers } from './ports/timers.ts';
import type { ReadyTarget } from './upload-target-service.ts';

/** What the upload queue works with. */
export interface UploadServiceParts {
  readonly store: Pick<
    PublishStore,
    'readPackage' | 'saveUpload' | 'readUpload' | 'findUploadOfPackage' | 'listUploads' | 'listOpenUploads'
  >;
  readonly settings: Pick<SettingsStore, 'readSetting' | 'writeSetting' | 'appendAudit'>;
  readonly client: PortalClient;
  readonly folders: FolderDelivery;
  /** Our own reader's word on the zip as it lies on the disk now. */
  readonly verify: (record: PackageRecord) => Promise<VerifyReport>;
  /** Throws what `signOffRefusal` says when the words in the package are not, or no longer, signed off. */
  readonly assertSignedOff: (record: PackageRecord) => Promise<void>;
  /** A target as it is set now; null when it is gone or lacks its token. */
  readonly target: (targetId: string) => Promise<ReadyTarget | null>;
  /** What uploads may take of the line now; 0 is no limit. */
  readonly bytesPerSecond: () => number;
  /** Throws `not-allowed` when the person at the desk may not export. */
  readonly authorize: () => Promise<void>;
  /** Marks the draft as published. May be called again for the same upload after a crash. */
  readonly onPublished: (upload: Upload) => Promise<void>;
  readonly events: EventSink;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly timers: Timers;
  readonly log: Log;
}
