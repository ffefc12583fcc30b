import { AppError } from '#shared/errors.ts';
import type { ProxyLogin } from '#shared/model/proxy-login.ts';
import type { Settings } from '#shared/model/settings.ts';
import { systemDisk } from './files/disk.ts';
import { folderDelivery } from './files/folder-delivery.ts';
import { systemClock } from './files/system-clock.ts';
import { systemHash } from './files/system-hash.ts';
import { lateLivePages, latePortalClient } from './late-ports.ts';
import { certificateReader } from './portal/certificates.ts';
import { chooseProxy } from './portal/choose-proxy.ts';
import { systemTimers } from './portal/system-timers.ts';
import type { AppService } from './services/app-service.ts';
import { assertSignedOff } from './services/assert-signed-off.ts';
import type { DraftService } from './services/draft-service.ts';
import { livePageService, type LivePageService } from './services/live-page-service.ts';
import type { PackageService } from './services/package-service.ts';
import type { EventSink } from './services/ports/event-sink.ts';
import type { Ids } from './services/ports/ids.ts';
import type { KeyStore } from './services/ports/key-store.ts';
import type { Log } from './services/ports/log.ts';
import type { PackageReader } from './services/ports/package-reader.ts';
import type { Proxies } from './services/ports/proxies.ts';
import type { Secrets } from './services/ports/secrets.ts';
import type { Store } from './services/ports/store.ts';
import { proxyLoginService } from './services/proxy-login-service.ts';
import { uploadTargetService, type UploadTargetService } from './services/upload-target-service.ts';
import { uploadService, type UploadService } from './services/upload-service.ts';

export interface UploadServices {
  readonly uploadTargets: UploadTargetService;
  readonly uploads: UploadService;
  readonly livePages: LivePageService;
  /** For the proxy on the way to an upload's portal. Refuses `not-found`, `portal-proxy`. */
  readonly keepProxyLogin: (uploadId: string, login: ProxyLogin) => Promise<void>;
}

export interface UploadComposition {
  readonly store: Store;
  readonly proxies: Proxies;
  readonly secrets: Secrets;
  readonly ids: Ids;
  readonly events: EventSink;
  readonly log: Log;
  readonly drafts: DraftService;
  readonly packages: PackageService;
  readonly keys: KeyStore;
  readonly reader: PackageReader;
  readonly authorize: () => Promise<void>;
  /** The settings as they are now: asked for each piece that is sent, so that a changed limit is kept to at once. */
  readonly settings: () => Settings;
}

export function composeTargets(parts: {
  readonly store: Store;
  readonly secrets: Secrets;
  readonly ids: Ids;
  readonly app: () => AppService;
}): UploadTargetService {
  return uploadTargetService({
    ...parts,
    certificates: certificateReader,
    disk: systemDisk,
    clock: systemClock,
    profile: async () => parts.app().profile(),
    personId: async () => (await parts.app().state()).person?.id ?? null,
  });
}

/** The way of packages out of the house, and the look at what came of it. */
export function composeUploads(
  parts: UploadComposition,
  targets: UploadTargetService,
): Omit<UploadServices, 'uploadTargets'> {
  const { store, drafts, packages, keys, reader } = parts;
  const logins = proxyLoginService({ secrets: parts.secrets, proxies: parts.proxies, choose: chooseProxy });
  const wayOut = { proxies: parts.proxies, logins };
  const livePages = livePageService({
    store,
    keys,
    reader,
    targets,
    pages: lateLivePages(wayOut),
    clock: systemClock,
  });
  const uploads = uploadService({
    store,
    settings: store,
    client: latePortalClient({ wayOut }),
    folders: folderDelivery,
    verify: async (record) => packages.verifyFile(record.path),
    assertSignedOff: async (record) => assertSignedOff({ store, hash: systemHash }, record),
    target: async (targetId) => targets.ready(targetId),
    bytesPerSecond: () => parts.settings().uploadLimit * 1024,
    authorize: parts.authorize,
    onPublished: async (upload) => {
      const record = await store.readPackage({ packageId: upload.packageId });
      const packed = record && (await store.readRevision({ revisionId: record.revisionId }));
      await drafts.markPublished(upload.draftId, packed?.revision.contentHash);
    },
    events: parts.events,
    clock: systemClock,
    ids: parts.ids,
    timers: systemTimers,
    log: parts.log,
  });
  const keepProxyLogin = async (uploadId: string, login: ProxyLogin): Promise<void> => {
    const upload = await store.readUpload({ uploadId });
    const target = upload && (await targets.ready(upload.targetId));
    if (target?.kind !== 'portal') throw new AppError('not-found');
    await logins.keep(target.url, login);
  };
  return { uploads, livePages, keepProxyLogin };
}
