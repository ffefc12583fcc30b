import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { AppError, toCodedError } from '#shared/errors.ts';
import type { Handlers } from '#shared/ipc/contract.ts';
import type { Language } from '#shared/model/settings.ts';
import { errorSentence } from '#shared/texts/error-sentences.ts';
import { createAppFiles } from './adapters/app-files.ts';
import { clipboardReader } from './adapters/clipboard-reader.ts';
import { deskWindows } from './adapters/desk-windows.ts';
import { showStartFailure } from './adapters/dialogs.ts';
import { createExternalLinks } from './adapters/external-links.ts';
import { createEventSink, flushWindow, registerIpc } from './adapters/ipc-router.ts';
import { setApplicationMenu } from './adapters/menu.ts';
import { appPaths } from './adapters/paths.ts';
import { pdfPrinter } from './adapters/pdf-printer.ts';
import { handleAppScheme } from './adapters/protocol.ts';
import { systemProxies } from './adapters/proxies.ts';
import { createSecrets } from './adapters/secrets.ts';
import { secureDefaultSession } from './adapters/session-security.ts';
import { showFileInFolder } from './adapters/show-file.ts';
import { applyTheme } from './adapters/theme.ts';
import { openWindow, quitApp } from './adapters/window.ts';
import { composeServices, type Services } from './compose-services.ts';
import { dataPlaces } from './data-places.ts';
import { demoPortalName, demoPortalPort, startDemoPortal, type DemoPortal } from './demo-portal.ts';
import { openBackups } from './db/backup-client.ts';
import { systemDisk } from './files/disk.ts';
import { fileLog } from './files/file-log.ts';
import { logStrayErrors } from './files/stray-errors.ts';
import { mediaFiles } from './files/media-files.ts';
import { resources } from './files/resources.ts';
import { systemClock } from './files/system-clock.ts';
import { textFiles } from './files/text-files.ts';
import { windowPlaceFile } from './files/window-place.ts';
import { findPicture } from './find-picture.ts';
import { findPreview } from './find-preview.ts';
import { assembleHandlers } from './ipc-handlers/registry.ts';
import { brokenStartHandlers } from './ipc-handlers/rescue-handlers.ts';
import { switchedHandlers } from './ipc-handlers/switched-handlers.ts';
import { lateDocxWriter } from './late-ports.ts';
import { firstPortalId } from './services/upload-target-service.ts';
import { rescueService } from './services/rescue-service.ts';
import { rescueWords } from './services/word-rescue.ts';

/** The running workstation, as the app's events see it. */
export interface Workstation {
  /** False when every window is closing. */
  showWindow(): boolean;
  /** Asks every window to save now: before the machine sleeps. */
  keepEverything(): void;
  /** The machine woke up: what waits for the network is tried at once. */
  wake(): void;
  /** Ends everything in reverse order. The windows have been closed before. */
  close(): Promise<void>;
}

/** What stands on the data folder as long as it is open. */
interface OpenDesk {
  /** Null when the data could not be opened. */
  readonly services: Services | null;
  readonly handlers: Handlers;
  /** In reverse order. */
  close(): Promise<void>;
}

type OpenMode = 'working' | 'reading';

type BrowserWindow = ReturnType<typeof openWindow>;

/** How long a closing window may take to save; what it has typed is at most a second behind the journal anyway. */
const flushTimeout = 3000;

/** The environment that the app listens to; nothing else reads it. */
const environment = {
  withDemoPortal: process.env['GAOQIAN_DEMO_PORTAL'] === '1',
  isDevelopment: process.env['GAOQIAN_DEVELOPMENT'] === '1',
};

/** Builds adapters and services in one visible order. Call when the app is ready. */
export async function startWorkstation(app: {
  readonly builtFolder: string;
  readonly version: string;
}): Promise<Workstation> {
  const paths = appPaths(app.builtFolder);
  const places = dataPlaces(paths.data);
  const log = fileLog(places.log, systemClock);
  logStrayErrors(log);
  const windowPlace = windowPlaceFile(places.windowPlace);
  let language: Language = 'zh-Hans';

  secureDefaultSession();
  setApplicationMenu(environment.isDevelopment);
  const resourcesFolder = join(app.builtFolder, '../../resources');
  const windows = deskWindows((url, isFirst) =>
    openWindow({
      preloadPath: paths.preload,
      title: '稿签',
      url,
      readPlace: isFirst ? windowPlace.read : () => undefined,
      writePlace: isFirst ? windowPlace.write : () => undefined,
      beforeClose: keepWindow,
    }),
  );
  const events = createEventSink(windows.contents);
  const script = (name: string): URL => pathToFileURL(join(app.builtFolder, name));

  let desk = await openOrExplain('working');

  /** The services on the data folder, and what calls reach them by. */
  async function openDesk(mode: OpenMode): Promise<OpenDesk> {
    const services = await composeServices({
      dataFolder: places.root,
      resourcesFolder,
      scripts: {
        database: script('db-worker.js'),
        backups: script('backup-worker.js'),
        heic: script('heic-worker.js'),
        reader: script('reader-worker.js'),
      },
      secrets: createSecrets(places.secrets),
      proxies: systemProxies,
      clipboard: clipboardReader,
      printer: pdfPrinter,
      events,
      log,
      version: app.version,
      host: process.versions['electron'] === undefined ? 'browser' : 'electron',
      settingsChanged: (settings) => {
        language = settings.language;
        applyTheme(settings.theme);
      },
      mode,
      restart: () => void restart('working'),
    });
    const settings = await services.app.settings();
    language = settings.language;
    applyTheme(settings.theme);
    const demoPortal = environment.withDemoPortal
      ? await openDemoPortal(services, script('demo-portal.js')).catch((thrown: unknown) => {
          // It is there to try things out: without it all other work goes on.
          log.warn('demo-portal-failed', { code: toCodedError(thrown).code });
          return undefined;
        })
      : undefined;
    const handlers = assembleHandlers(services, {
      openExternal: createExternalLinks({ window: windows.front, language: () => language }),
      async showFile(fileId) {
        const file = await services.written.find(fileId);
        if (!file) throw new AppError('not-found');
        showFileInFolder(file.path);
      },
      openWindow: windows.open,
      showDraft: windows.showDraft,
      changed: () => events.emit('app:changed', {}),
    });
    return {
      services,
      handlers,
      async close() {
        try {
          await demoPortal?.close();
        } finally {
          await services.close();
        }
      },
    };
  }

  /** Whatever keeps the data from being opened: the window says what it is, what is kept, and what can be done. */
  async function openOrExplain(mode: OpenMode): Promise<OpenDesk> {
    try {
      return await openDesk(mode);
    } catch (thrown) {
      log.error('data-not-opened', { code: toCodedError(thrown).code });
      const backups = openBackups({ workerPath: script('backup-worker.js'), dataFolder: places.root });
      const acts = { restart: (as: OpenMode) => void restart(as), quit: quitApp };
      const words = {
        backups,
        docx: lateDocxWriter(mediaFiles(places.media)),
        texts: textFiles,
        readProfile: async () => resources(resourcesFolder).readSampleProfile(),
        folder: join(paths.documents, `稿签抢救 ${systemClock.now().slice(0, 10)}`),
      };
      const rescue = rescueService({
        error: thrown,
        backups,
        disk: systemDisk,
        places,
        rescueWords: async () => rescueWords(words),
        ...acts,
      });
      return { services: null, handlers: brokenStartHandlers(thrown, rescue), close: async () => undefined };
    }
  }

  /** What a new start does, in the same windows: after a restore or a repair. */
  async function restart(mode: OpenMode): Promise<void> {
    if (desk.services) await Promise.all(windows.all().map(keepWindow));
    await desk.close();
    desk = await openOrExplain(mode);
    for (const contents of windows.contents()) contents.reload();
    log.info('restarted');
  }

  async function keepWindow(kept: BrowserWindow): Promise<void> {
    if (!(await flushWindow(kept.webContents, flushTimeout))) log.warn('window-not-flushed');
  }

  registerIpc({ handlers: switchedHandlers(() => desk.handlers), log, checkAnswers: environment.isDevelopment });
  handleAppScheme(
    createAppFiles({
      rendererFolder: paths.renderer,
      findMedia: async (sha256) => (desk.services ? findPicture(desk.services, sha256, 'display') : undefined),
      findThumbnail: async (sha256) => (desk.services ? findPicture(desk.services, sha256, 'thumbnail') : undefined),
      findPreview: async (url) => (desk.services ? findPreview(desk.services, url) : undefined),
      findDownload: async (fileId) => (await desk.services?.written.find(fileId)) ?? undefined,
    }),
  );

  windows.open(null);
  log.info('started', { version: app.version });

  return {
    showWindow: windows.showLast,
    keepEverything: () => events.emit('app:flush', {}),
    wake: () => void desk.services?.uploads.tryWaiting().catch(() => log.warn('uploads-not-woken')),
    close: async () => desk.close(),
  };
}

/** A portal on this machine that takes this workstation's packages, unless the person has set another one. */
async function openDemoPortal(services: Services, worker: URL): Promise<DemoPortal> {
  const { app, keys, places, uploadTargets } = services;
  const demo = await startDemoPortal(worker, {
    folder: places.demoPortal,
    profile: await app.profile(),
    publicKey: (await keys.signingKey('package')).publicKey,
    preferredPort: demoPortalPort,
  });
  const first = (await uploadTargets.list()).find((target) => target.id === firstPortalId);
  if (!first || (first.kind === 'portal' && first.url.startsWith('http://127.0.0.1:'))) {
    const { url, token } = demo;
    await uploadTargets.save({
      kind: 'portal',
      id: firstPortalId,
      name: demoPortalName,
      url,
      token,
      certificate: null,
    });
  }
  return demo;
}

/** The last word of an app that cannot start: a sentence and its code, never a stack. */
export function explainStartFailure(thrown: unknown): void {
  const error = toCodedError(thrown);
  showStartFailure('稿签没有启动', `${errorSentence(error)}（${error.code}）`);
}
