import { AppError } from '#shared/errors.ts';
import type { BackupDraft, BackupName } from '#shared/model/backup.ts';
import type { DraftContent } from '#shared/model/draft.ts';
import type { Job } from '#shared/model/job.ts';
import type { BackupService } from './backup-service.ts';
import type { JobRunner } from './job-runner.ts';
import type { AssetStore } from './ports/asset-store.ts';
import type { BackedUpContent, BackupAt, Backups } from './ports/backups.ts';
import type { DraftStore } from './ports/draft-store.ts';
import type { Log } from './ports/log.ts';
import type { WorkHandle } from './ports/work-handle.ts';

export interface RestoreService {
  listDrafts(backup: BackupName): Promise<readonly BackupDraft[]>;
  readDraft(backup: BackupName, draftId: string): Promise<DraftContent>;
  /**
   * Brings one draft back with its pictures: as a draft of its own, or as the newest revision of the one that it was. Nothing is
   * written over. Answers the draft's id. Refuses `not-found`, and `draft-locked` for a draft in the trash.
   */
  restoreDraft(backup: BackupName, draftId: string, as: 'new-draft' | 'new-revision'): Promise<string>;
  /** Writes a backup of what is here, then puts the chosen one in its place and starts anew. What was here is set apart. */
  restoreAll(backup: BackupName): Promise<Job>;
}

export interface RestoreServicePorts {
  readonly backups: Backups;
  readonly service: Pick<BackupService, 'folderOf' | 'write'>;
  readonly store: AssetStore & DraftStore;
  readonly jobs: JobRunner;
  readonly log: Log;
  readonly createDraft: (content: DraftContent) => Promise<string>;
  readonly keepRestored: (draftId: string, content: DraftContent) => Promise<void>;
  /** Closes the store and opens it again, as a new start does. */
  readonly restart: () => void;
}

/** The way back from a backup. */
export function restoreService(ports: RestoreServicePorts): RestoreService {
  const { backups, service, store, jobs, log } = ports;
  const unheard: WorkHandle = { signal: new AbortController().signal, step: () => undefined };

  async function found({ place, at }: BackupName): Promise<BackupAt> {
    const folder = await service.folderOf(place);
    if (!(await backups.list(folder)).some((backup) => backup.at === at)) throw new AppError('not-found');
    return { folder, at };
  }

  async function read(backup: BackupName, draftId: string): Promise<BackedUpContent> {
    const draft = await backups.readDraft({ ...(await found(backup)), draftId });
    if (!draft) throw new AppError('not-found');
    return draft;
  }

  /** The pictures of a draft that are not known here, or whose files are missing. */
  async function bringPictures(folder: string, { assets }: BackedUpContent): Promise<void> {
    const files = assets.flatMap(({ sha256, hasOriginal, display, thumbnail }) => [
      ...(hasOriginal ? [sha256] : []),
      display.sha256,
      thumbnail.sha256,
    ]);
    await backups.mendMedia(files, [folder], unheard);
    for (const asset of assets) await store.saveAsset({ asset });
  }

  return {
    listDrafts: async (backup) => backups.listDrafts(await found(backup)),
    readDraft: async (backup, draftId) => (await read(backup, draftId)).content,

    async restoreDraft(backup, draftId, as) {
      const draft = await read(backup, draftId);
      await bringPictures((await found(backup)).folder, draft);
      log.info('backup.draft-restored', { draftId, as });
      if (as === 'new-draft') return ports.createDraft(draft.content);
      if (!(await store.readDraft({ draftId }))) throw new AppError('draft-not-found');
      await ports.keepRestored(draftId, draft.content);
      return draftId;
    },

    async restoreAll(backup) {
      const chosen = await found(backup);
      return jobs.start('restore', null, async (handle) => {
        await service.write(handle);
        await backups.prepareRestore(chosen, handle);
        log.info('backup.restore-wanted', { backupAt: chosen.at });
        ports.restart();
        return null;
      });
    },
  };
}
