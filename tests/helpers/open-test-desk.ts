import { join } from 'node:path';
import { isOfType } from '#main/files/attachment-type.ts';
import { inletFiles } from '#main/files/inlet-files.ts';
import { mediaFiles } from '#main/files/media-files.ts';
import { systemHash } from '#main/files/system-hash.ts';
import { systemIds } from '#main/files/system-ids.ts';
import { textFiles } from '#main/files/text-files.ts';
import { docxWriter } from '#main/publishing/docx/docx-writer.ts';
import { fileKeyStore } from '#main/publishing/file-key-store.ts';
import { packageReader } from '#main/publishing/package-reader.ts';
import { packageWriter } from '#main/publishing/package-writer.ts';
import { readRendition } from '#main/publishing/read-rendition.ts';
import { attachmentService } from '#main/services/attachment-service.ts';
import { checklistService } from '#main/services/checklist-service.ts';
import { amendmentService } from '#main/services/amendment-service.ts';
import { commentService } from '#main/services/comment-service.ts';
import type { Desk } from '#main/services/desk.ts';
import { conflictService } from '#main/services/conflict-service.ts';
import { draftService } from '#main/services/draft-service.ts';
import { exchangeService } from '#main/services/exchange-service.ts';
import { jobRunner } from '#main/services/job-runner.ts';
import { packageService, type PackageServicePorts } from '#main/services/package-service.ts';
import { reviewFileMerger } from '#main/services/review-file-merger.ts';
import { reviewFileService } from '#main/services/review-file-service.ts';
import { reviewService } from '#main/services/review-service.ts';
import { trashService } from '#main/services/trash-service.ts';
import { versionService } from '#main/services/version-service.ts';
import { wordService } from '#main/services/word-service.ts';
import { writtenFiles } from '#main/services/written-files.ts';
import type { DraftContent } from '#shared/model/draft.ts';
import type { EventName } from '#shared/ipc/contract.ts';
import type { Job } from '#shared/model/job.ts';
import type { Signatory } from '#shared/model/person.ts';
import { writer } from '#tests/builders/signatory.ts';
import { steppingClock } from '#tests/fakes/stepping-clock.ts';
import { openTestStore } from './open-test-store.ts';
import { sampleProfile } from './sample-profile.ts';
import { silentLog } from './silent-log.ts';
import { temporaryFolder } from './temporary-folder.ts';

/**
 * A workstation without its window, in a data folder of its own: real store, files, keys and services. `sit` changes
 * the person at the desk.
 */
export async function openTestDesk(
  options: {
    readonly readChecklist?: PackageServicePorts['readChecklist'];
    readonly start?: string;
    readonly machine?: number;
  } = {},
) {
  const folder = await temporaryFolder();
  const store = await openTestStore(join(folder, 'store'));
  const ids = systemIds();
  const clock = steppingClock(options.start);
  let person: Signatory = writer;
  const desk: Desk = { person: async () => person, profile: async () => sampleProfile };
  const jobEvents: Job[] = [];
  const events = {
    emit(event: EventName, payload: unknown) {
      if (event === 'job:changed') jobEvents.push(payload as Job);
    },
  };
  const media = mediaFiles(join(folder, 'media'));
  const inlet = inletFiles(join(folder, 'inlet'), ids);
  const keys = fileKeyStore(join(folder, 'keys'));
  const files = packageWriter(media, packageReader);
  const written = writtenFiles({ ids, packages: store });
  const jobs = jobRunner({ ids, clock: steppingClock(), events, log: silentLog });
  const drafts = draftService({ store, clock, ids, events, log: silentLog, desk });
  const common = { store, clock, ids, events, desk, keys, inlet, reader: packageReader, writer: files };
  const sides = { store, clock, ids, desk, media, readRendition };
  const merger = reviewFileMerger(sides);
  const checklists = checklistService({ store, clock, ids, hash: systemHash, events, desk, media });
  const reviews = reviewService({ store, clock, ids, hash: systemHash, events, desk, drafts });
  const trash = trashService({ store, clock, events, desk });
  const createDraft = async (content: DraftContent) => (await drafts.createFrom(content, 'imported')).summary.id;
  const taking = { untrash: async (draftId: string) => trash.untrash(draftId), createDraft };
  const agent = 'Gaoqian 0.1.0';
  const attachments = attachmentService({
    store,
    clock,
    desk,
    inlet,
    media,
    isOfType,
    files: textFiles,
    written,
    folder: join(folder, 'documents'),
  });
  return {
    folder,
    store,
    attachments,
    media,
    keys,
    drafts,
    trash,
    jobs,
    jobEvents,
    checklists,
    comments: commentService({ store, clock, ids, events, desk }),
    reviews,
    amendments: amendmentService({ store, clock, desk, drafts, reviews }),
    reviewFiles: reviewFileService({ ...common, merger, written, folder: join(folder, 'review-files'), agent }),
    versions: versionService({ store, clock, desk }),
    exchange: exchangeService({
      ...common,
      ...sides,
      ...taking,
      written,
      folder: join(folder, 'exchange-files'),
      agent,
    }),
    conflicts: conflictService({ ...common, drafts }),
    word: wordService({ store, clock, desk, writer: docxWriter(media), written, folder: join(folder, 'documents') }),
    packages: packageService({
      ...common,
      jobs,
      hash: systemHash,
      machine: () => options.machine ?? 0,
      giveWay: async () => undefined,
      readChecklist: options.readChecklist ?? (async (draftId) => checklists.read(draftId)),
      rulePack: { version: '1', sha256: '0'.repeat(64) },
      folder: join(folder, 'packages'),
      agent,
    }),
    sit(next: Signatory) {
      person = next;
    },
  };
}

export type TestDesk = Awaited<ReturnType<typeof openTestDesk>>;
