import type { DataPlaces } from './data-places.ts';
import { openBackups } from './db/backup-client.ts';
import { systemDisk } from './files/disk.ts';
import { systemTimers } from './portal/system-timers.ts';
import { backupService, type BackupService, type BackupServicePorts } from './services/backup-service.ts';
import type { DraftService } from './services/draft-service.ts';
import { healthService, type HealthService, type HealthServicePorts } from './services/health-service.ts';
import { restoreService, type RestoreService, type RestoreServicePorts } from './services/restore-service.ts';

/** Copies of all data, the way back from them, and whether the data are sound. */
export interface Safekeeping {
  readonly backups: BackupService;
  readonly restores: RestoreService;
  readonly health: HealthService;
}

type Own = 'backups' | 'service' | 'disk' | 'timers' | 'folder' | 'backupFolder' | 'keepRestored' | 'places';

export function composeSafekeeping(
  given: Omit<BackupServicePorts & RestoreServicePorts & HealthServicePorts, Own> & {
    readonly drafts: DraftService;
    readonly places: DataPlaces;
    /** The script of the thread that copies. */
    readonly backupsScript: URL;
  },
): Safekeeping {
  const { places, drafts } = given;
  const files = openBackups({ workerPath: given.backupsScript, dataFolder: places.root });
  const ports = { ...given, backups: files, disk: systemDisk, timers: systemTimers };
  const backups = backupService(ports);
  return {
    backups,
    restores: restoreService({
      ...ports,
      service: backups,
      keepRestored: async (draftId, content) => void (await drafts.saveContent(draftId, content, 'restored')),
    }),
    health: healthService({ ...ports, service: backups, folder: places.root, backupFolder: places.backups }),
  };
}
