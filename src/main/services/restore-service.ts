import { AppError } from '#shared/errors.ts';
import { namedFiles } from '#shared/exchange/named-files.ts';
import type { BackupDraft, BackupName } from '#shared/model/backup.ts';
import type { DraftContent } from '#shared/model/draft.ts';
import type { Job } from '#shared/model/job.ts';
import type { NamedFile } from '#shared/model/named-file.ts';
import type { BackupService } from './backup-service.ts';
import { findLacking } from './find-lacking.ts';
import type { JobRunner } from './job-runner.ts';
import type { AssetStore } from './ports/asset-store.ts';
import type { BackedUpContent, BackupAt, Backups } from './ports/backups.ts';
import type { DraftStore } from './ports/draft-store.ts';
import type { Clock } from './ports/clock.ts';
import type { Log } from './ports/log.ts';
import type { MediaFiles } from './ports/media-files.ts';
import type { WorkHandle } from './ports/work-handle.ts';

export interface RestoreService {
  listDrafts(backup: BackupName): Promise<readonly BackupDraft[]>;
  readDraft(backup: BackupName, draftId: string): Promise<DraftContent>;
  /**
   * Brings one draft back with its pictures: as a draft of its own, or as the newest revision of the one that it was. Nothing is
   * written over. Answers the draft's id, and what it names that neither the backup nor this machine has. Refuses `not-found`,
   * `draft-locked` for a draft in the trash, and `cancelled` up to the moment in which the words come back.
   */
  restoreDraft(
    backup: BackupName,
    draftId: string,
    as: 'new-draft' | 'new-revision',
    handle: WorkHandle,
  ): Promise<{ readonly draftId: string; readonly lacking: readonly NamedFile[] }>;
  /** Writes a backup of what is here, then puts the chosen one in its place and starts anew. What was here is set apart. */
  restoreAll(backup: BackupName): Promise<Job>;
}

export interface RestoreServicePorts {
  readonly backups: Backups;
  readonly service: Pick<BackupService, 'folderOf' | 'write'>;
  readonly store: AssetStore & DraftStore;
  readonly media: Pick<MediaFiles, 'isWhole'>;
  readonly jobs: JobRunner;
  readonly clock: Clock;
  readonly log: Log;
  readonly createDraft: (content: DraftContent) => Promise<string>;
  readonly keepRestored: (draftId: string, content: DraftContent) => Promise<void>;
  /** Closes the store and opens it again, as a new start does. */
  readonly restart: () => void;
}

/** The way back from a backup. */
export function restoreService(ports: RestoreServicePorts): RestoreService {
  const { backups, service, store, jobs, clock, log } = ports;

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

  /** The pictures and attachments of a draft that are not known here, or whose files are missing. */
  async function bringFiles(folder: string, { content, assets }: BackedUpContent, handle: WorkHandle): Promise<void> {
    const pictures = assets.flatMap(({ sha256, hasOriginal, display, thumbnail }) => [
      ...(hasOriginal ? [sha256] : []),
      display.sha256,
      thumbnail.sha256,
    ]);
    const attachments = content.metadata.attachments ?? [];
    await backups.mendMedia([...pictures, ...attachments.map(({ sha256 }) => sha256)], [folder], handle);
    for (const asset of assets) await store.saveAsset({ asset });
    for (const attachment of attachments) await store.saveAttachment({ attachment, at: clock.now() });
  }

  async function bringBack(draftId: string, content: DraftContent, as: 'new-draft' | 'new-revision'): Promise<string> {
    if (as === 'new-draft') return ports.createDraft(content);
    if (!(await store.readDraft({ draftId }))) throw new AppError('draft-not-found');
    await ports.keepRestored(draftId, content);
    return draftId;
  }

  return {
    listDrafts: async (backup) => backups.listDrafts(await found(backup)),
    readDraft: async (backup, draftId) => (await read(backup, draftId)).content,

    async restoreDraft(backup, draftId, as, handle) {
      handle.step('database', 0, 1);
      const draft = await read(backup, draftId);
      await bringFiles((await found(backup)).folder, draft, handle);
      if (handle.signal.aborted) throw new AppError('cancelled');
      handle.step('words', 0, 1);
      const restored = await bringBack(draftId, draft.content, as);
      const lacking = await findLacking(ports, namedFiles(restored, draft.content, []));
      log.info('backup.draft-restored', { draftId, as, lacking: lacking.length });
      return { draftId: restored, lacking };
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
