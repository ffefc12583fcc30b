import { rm } from 'node:fs/promises';
import { composeCarrying, type Carrying } from './compose-carrying.ts';
import { composeInlets, type Inlets } from './compose-inlets.ts';
import { composeTargets, composeUploads, type UploadServices } from './compose-uploads.ts';
import { openStore, type DatabaseClient } from './db/database-client.ts';
import { composePublishing, type PublishingServices } from './compose-publishing.ts';
import { composeSafekeeping, type Safekeeping } from './compose-safekeeping.ts';
import { dataPlaces, type DataPlaces } from './data-places.ts';
import { systemDisk } from './files/disk.ts';
import { inletFiles } from './files/inlet-files.ts';
import { mediaFiles } from './files/media-files.ts';
import { removeUnfinished } from './files/new-file.ts';
import { readProfileFile, resources } from './files/resources.ts';
import { systemClock } from './files/system-clock.ts';
import { systemHash } from './files/system-hash.ts';
import { textFiles } from './files/text-files.ts';
import { systemIds } from './files/system-ids.ts';
import { lateDocxWriter, latePictureMaker } from './late-ports.ts';
import { courtesy } from './publishing/courtesy.ts';
import { fileKeyStore } from './publishing/file-key-store.ts';
import { packageReaderIn } from './publishing/package-reader.ts';
import { packageWriter } from './publishing/package-writer.ts';
import { appService, type AppService } from './services/app-service.ts';
import { auditService, type AuditService } from './services/audit-service.ts';
import { checkService, type CheckService } from './services/check-service.ts';
import { commentService, type CommentService } from './services/comment-service.ts';
import { draftService, type DraftService } from './services/draft-service.ts';
import { followedWorks, type FollowedWorks } from './services/followed-works.ts';
import { inletService, type InletService } from './services/inlet-service.ts';
import { jobRunner, type JobRunner } from './services/job-runner.ts';
import { listViewService, type ListViewService } from './services/list-view-service.ts';
import { mediaService, type MediaService } from './services/media-service.ts';
import { pictureEditService, type PictureEditService } from './services/picture-edit-service.ts';
import { pictureUseService, type PictureUseService } from './services/picture-use-service.ts';
import type { ClipboardReader } from './services/ports/clipboard-reader.ts';
import type { EventSink } from './services/ports/event-sink.ts';
import type { KeyStore } from './services/ports/key-store.ts';
import type { Log } from './services/ports/log.ts';
import type { MediaFiles } from './services/ports/media-files.ts';
import type { PdfPrinter } from './services/ports/pdf-printer.ts';
import type { Proxies } from './services/ports/proxies.ts';
import type { Secrets } from './services/ports/secrets.ts';
import { reviewService, type ReviewService } from './services/review-service.ts';
import { sheetPlaceService, type SheetPlaceService } from './services/sheet-place-service.ts';
import { trashService, type TrashService } from './services/trash-service.ts';
import { unsafePlaceOf } from './services/unsafe-place.ts';
import { versionService, type VersionService } from './services/version-service.ts';
import { writtenFiles, type WrittenFiles } from './services/written-files.ts';
import type { AppState } from '#shared/ipc/channels/app.ts';
import { roleMay } from '#shared/model/bureau-profile.ts';
import type { DraftContent } from '#shared/model/draft.ts';
import type { Settings } from '#shared/model/settings.ts';
import { AppError } from '#shared/errors.ts';

/** What differs between the app, the command line and the tests. */
export interface ComposeOptions {
  readonly dataFolder: string;
  /** The project's `resources`. */
  readonly resourcesFolder: string;
  /** Scripts of the worker threads, as source or built. */
  readonly scripts: { readonly database: URL; readonly backups: URL; readonly heic: URL; readonly reader: URL };
  readonly secrets: Secrets;
  /** How the system reaches a portal. */
  readonly proxies: Proxies;
  /** The system's clipboard, where there is a window. */
  readonly clipboard?: ClipboardReader;
  /** Chromium's print, where there is a window. */
  readonly printer?: PdfPrinter;
  readonly events: EventSink;
  readonly log: Log;
  readonly version: string;
  readonly host: AppState['host'];
  readonly settingsChanged?: (settings: Settings) => void;
  /** `reading` opens a copy that refuses every change; the default is `working`. */
  readonly mode?: 'working' | 'reading';
  /** Closes everything and opens the data folder anew, as a new start does. */
  readonly restart?: () => void;
}

/** Everything the workstation can do, without a window. */
export interface Services extends Inlets, Carrying, PublishingServices, Safekeeping, UploadServices {
  readonly places: DataPlaces;
  readonly store: DatabaseClient;
  readonly mediaFiles: MediaFiles;
  readonly keys: KeyStore;
  readonly app: AppService;
  readonly drafts: DraftService;
  readonly trash: TrashService;
  readonly versions: VersionService;
  readonly listViews: ListViewService;
  readonly sheetPlaces: SheetPlaceService;
  readonly reviews: ReviewService;
  readonly comments: CommentService;
  readonly inlet: InletService;
  readonly media: MediaService;
  readonly pictureEdits: PictureEditService;
  readonly pictureUses: PictureUseService;
  readonly checks: CheckService;
  readonly jobs: JobRunner;
  readonly works: FollowedWorks;
  readonly written: WrittenFiles;
  /** To be told that somebody types: work in the background steps back. */
  readonly typed: () => void;
  readonly audit: AuditService;
  /** Shuts down in reverse order; keeps every unkept word first. */
  close(): Promise<void>;
}

/**
 * Opens a data folder and builds the services on it, each on those above it.
 * Refuses `data-folder-in-use`, `data-folder-unwritable`, `disk-full`, `disk-error`, `database-newer`, `profile-invalid`.
 */
export async function composeServices(options: ComposeOptions): Promise<Services> {
  // The store comes first: it holds the folder's lock, and nothing may touch the folder without it.
  const store = await openStore({
    workerPath: options.scripts.database,
    folder: options.dataFolder,
    mode: options.mode ?? 'working',
  });
  try {
    return await composeOn(store, options);
  } catch (thrown) {
    await store.close();
    throw thrown;
  }
}

async function composeOn(store: DatabaseClient, options: ComposeOptions): Promise<Services> {
  const { events, log, secrets } = options;
  const clock = systemClock;
  const ids = systemIds();
  const places = dataPlaces(options.dataFolder);
  const resource = resources(options.resourcesFolder);
  const defaultProfile = await resource.readSampleProfile();
  const { outcome, backupAt, rescued, crashed, logMissing, exchanged } = store.report;
  const readOnly = options.mode === 'reading';
  const recovered = crashed ? { drafts: [...(await store.listUnkept({}))], logMissing } : undefined;
  const inletStore = inletFiles(places.inlet, ids);
  const mediaStore = mediaFiles(places.media);
  const keys = fileKeyStore(places.keys);
  const inlet = inletService(inletStore);
  const pictures = latePictureMaker({ heicWorker: options.scripts.heic });
  const picturePorts = { media: mediaStore, pictures, assets: store, log };
  const media = mediaService({ inlet: inletStore, ...picturePorts });
  const pictureEdits = pictureEditService(picturePorts);
  const pictureUses = pictureUseService(picturePorts);

  const { typed, giveWay } = courtesy();
  const jobs = jobRunner({ ids, clock, events, log });
  const works = followedWorks({ ids, events });

  const app: AppService = appService({
    store,
    newestBackup: async () => backups.newestAt(),
    lastFinding: async () => health.lastFinding(),
    clock,
    ids,
    targets: async () => uploadTargets.list(),
    inlet: inletStore,
    version: options.version,
    host: options.host,
    defaultProfile,
    readProfileFile,
    addSamples,
    settingsChanged: (settings) => {
      presentSettings = settings;
      options.settingsChanged?.(settings);
    },
    ...(outcome === 'restored' || outcome === 'started-empty' ? { damage: { outcome, backupAt, rescued } } : {}),
    ...(recovered && (recovered.drafts.length > 0 || logMissing) ? { recovered } : {}),
    readOnly,
    unsafePlace: unsafePlaceOf(systemDisk, places.root),
  });
  const uploadTargets = composeTargets({ store, secrets, ids, app: () => app });
  let presentSettings = await app.settings();
  const drafts = draftService({ store, clock, ids, events, log, desk: app, readOnly });
  const trash = trashService({ store, clock, events, desk: app });
  const versions = versionService({ store, clock, desk: app });
  const listViews = listViewService({ settings: store, desk: app });
  const sheetPlaces = sheetPlaceService({ settings: store, desk: app });
  const reviews = reviewService({ store, clock, ids, hash: systemHash, events, desk: app, drafts });
  const comments = commentService({ store, clock, ids, events, desk: app });
  const checks = checkService({
    assets: store,
    readProfile: async () => app.profile(),
    readContent,
  });
  if (!readOnly) await removeLeftovers(places);
  const reader = packageReaderIn(places.unpacked);
  const writer = packageWriter(mediaStore, reader);
  const agent = `gaoqian ${options.version}`;
  const written = writtenFiles({ ids, packages: store });
  const publishing = composePublishing({
    store,
    clock,
    ids,
    events,
    desk: app,
    jobs,
    keys,
    inlet: inletStore,
    media: mediaStore,
    reader,
    writer,
    drafts,
    reviews,
    machine: () => presentSettings.machine,
    giveWay,
    docx: lateDocxWriter(mediaStore),
    printer: options.printer,
    written,
    places,
    agent,
  });
  const { packages } = publishing;
  const inlets = composeInlets({
    store,
    clock,
    keys,
    inlet: inletStore,
    media: mediaStore,
    pictures: media,
    reader,
    app,
    drafts,
    events,
    log,
    written,
    places,
    readerScript: options.scripts.reader,
    clipboard: options.clipboard,
    readContent,
    createDraft: createImported,
  });
  const files = { keys, inlet: inletStore, media: mediaStore, reader, writer, written };
  const carrying = composeCarrying({
    store,
    clock,
    ids,
    events,
    desk: app,
    ...files,
    agent,
    drafts,
    places,
    untrash: async (draftId) => trash.untrash(draftId),
    createDraft: createImported,
  });
  const audit = auditService({ store, clock, desk: app, files: textFiles, written, folder: places.documents });
  const uploading = composeUploads(
    {
      store,
      ids,
      events,
      log,
      drafts,
      packages,
      keys,
      reader,
      proxies: options.proxies,
      secrets,
      authorize: mayExport,
      settings: () => presentSettings,
    },
    uploadTargets,
  );
  const { backups, restores, health } = composeSafekeeping({
    store,
    clock,
    ids,
    jobs,
    log,
    drafts,
    media: mediaStore,
    places,
    backupsScript: options.scripts.backups,
    createDraft: createImported,
    restart: options.restart ?? (() => undefined),
  });
  if (!readOnly) {
    await uploading.uploads.start();
    await packages.resume();
    backups.start();
    // What took the place of damaged or restored data may know pictures that are not there.
    health.start(crashed || exchanged || outcome !== 'opened');
    void pictureUses.lookAtOlder();
  }

  /** The newest words of a draft. */
  async function readContent(draftId: string): Promise<DraftContent> {
    const draft = await store.readDraft({ draftId });
    if (!draft) throw new AppError('draft-not-found');
    return draft.journal?.content ?? draft.headContent;
  }

  async function createImported(content: DraftContent): Promise<string> {
    const [person, profile] = await Promise.all([app.person(), app.profile()]);
    if (!roleMay(profile, person.role, 'write')) throw new AppError('not-allowed');
    return (await drafts.createFrom(content, 'imported')).summary.id;
  }

  /** The three sample drafts, with their pictures. */
  async function addSamples(): Promise<void> {
    for (const sample of await resource.readSampleDrafts()) {
      for (const picture of sample.pictures) {
        await media.importFile(picture.path, picture.name, { acceptTruncated: false });
      }
      await drafts.createFrom(sample.content, 'created');
    }
  }

  async function mayExport(): Promise<void> {
    const [person, profile] = await Promise.all([app.person(), app.profile()]);
    if (!roleMay(profile, person.role, 'export')) throw new AppError('not-allowed');
  }

  return {
    places,
    store,
    mediaFiles: mediaStore,
    keys,
    app,
    drafts,
    trash,
    versions,
    listViews,
    sheetPlaces,
    reviews,
    comments,
    inlet,
    media,
    pictureEdits,
    pictureUses,
    ...inlets,
    checks,
    ...publishing,
    jobs,
    works,
    ...carrying,
    written,
    typed,
    audit,
    uploadTargets,
    ...uploading,
    backups,
    restores,
    health,
    async close() {
      backups.close();
      health.close();
      await uploading.uploads.close();
      await pictureUses.close();
      await publishing.packagePreviews.close();
      await inlets.imports.cancelAll();
      await jobs.cancelAll();
      await works.cancelAll();
      await drafts.keepAll();
      await store.close();
      log.info('services-closed');
    },
  };
}

/** What a run that was killed left half-made or unpacked. */
async function removeLeftovers(places: DataPlaces): Promise<void> {
  await rm(places.unpacked, { recursive: true, force: true });
  await rm(places.scratch, { recursive: true, force: true });
  await removeUnfinished(places.packages);
  await removeUnfinished(places.reviewFiles);
  await removeUnfinished(places.exchangeFiles);
  await removeUnfinished(places.documents);
}
