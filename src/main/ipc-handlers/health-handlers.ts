import type { BackupService } from '#main/services/backup-service.ts';
import type { FollowedWorks } from '#main/services/followed-works.ts';
import type { HealthService } from '#main/services/health-service.ts';
import type { RestoreService } from '#main/services/restore-service.ts';
import type { Channel, Handlers } from '#shared/ipc/contract.ts';

type HealthChannel = Extract<Channel, `health:${string}` | `backup:${string}`>;

export function healthHandlers(
  health: HealthService,
  backups: BackupService,
  restores: RestoreService,
  works: FollowedWorks,
) {
  return {
    'health:read': async () => health.read(),
    'health:check': async () => health.check(),
    'health:repair': async () => health.repair(),
    'backup:run': async () => backups.backUp(),
    'backup:prove': async () => backups.prove(),
    'backup:list': async () => [...(await backups.list())],
    'backup:use-second-disk': async ({ folder }) => {
      await backups.useSecondDisk(folder);
      return health.read();
    },
    'backup:list-drafts': async (backup) => [...(await restores.listDrafts(backup))],
    'backup:read-draft': async ({ draftId, ...backup }) => restores.readDraft(backup, draftId),
    'backup:restore-draft': async ({ workId, draftId, as, ...backup }) => {
      const restored = await works.run(workId, async (handle) => restores.restoreDraft(backup, draftId, as, handle));
      return { draftId: restored.draftId, lacking: [...restored.lacking] };
    },
    'backup:restore-all': async (backup) => restores.restoreAll(backup),
  } satisfies Handlers<HealthChannel>;
}
