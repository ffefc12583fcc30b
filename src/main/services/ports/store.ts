import type { AssetStore } from './asset-store.ts';
import type { AuditStore } from './audit-store.ts';
import type { DraftStore } from './draft-store.ts';
import type { HealthStore } from './health-store.ts';
import type { PublishStore } from './publish-store.ts';
import type { ReviewStore } from './review-store.ts';
import type { SettingsStore } from './settings-store.ts';
import type { UnusedFileStore } from './unused-file-store.ts';
import type { VersionStore } from './version-store.ts';

/**
 * Everything the database worker can do. Each method takes one plain object, so that it can travel as a message;
 * each rejects with an `AppError`.
 */
export interface Store
  extends
    AuditStore,
    DraftStore,
    VersionStore,
    ReviewStore,
    AssetStore,
    PublishStore,
    SettingsStore,
    HealthStore,
    UnusedFileStore {}
