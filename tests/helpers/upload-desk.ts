import { expect, onTestFinished } from 'vitest';
import { folderDelivery } from '#main/files/folder-delivery.ts';
import { systemIds } from '#main/files/system-ids.ts';
import { keyRingOf } from '#main/publishing/key-ring.ts';
import { packageReader } from '#main/publishing/package-reader.ts';
import type { Store } from '#main/services/ports/store.ts';
import type { ReadyTarget } from '#main/services/upload-target-service.ts';
import type { UploadServiceParts } from '#main/services/upload-parts.ts';
import { uploadService, type UploadService } from '#main/services/upload-service.ts';
import type { PackageRecord } from '#shared/model/package-record.ts';
import type { Upload, UploadState } from '#shared/model/upload.ts';
import { packageBench, packageKey, testDraftId } from '#tests/builders/package-inputs.ts';
import { storeDraft } from '#tests/builders/stored-draft.ts';
import { ManualTime } from '#tests/fakes/manual-timers.ts';
import { silentLog } from '#tests/fakes/silent-log.ts';
import { openTestStore } from './open-test-store.ts';
import { quickClient } from './running-portal.ts';
import { temporaryFolder } from './temporary-folder.ts';

const ids = systemIds();

export interface UploadDesk {
  readonly uploads: UploadService;
  readonly store: Store;
  readonly record: PackageRecord;
  readonly time: ManualTime;
  /** Every state that the window was told, in order, repeats left out. */
  readonly told: readonly UploadState[];
  readonly published: readonly Upload[];
  /** How often the window was told something. */
  readonly events: () => number;
  /** Where packages go from now on. */
  readonly sendTo: (portal: { readonly url: string; readonly token: string } | null) => void;
  /** Another target beside the portal. */
  readonly alsoTo: (targetId: string, target: ReadyTarget) => void;
  /** The upload as the window was told of it last. */
  readonly latest: () => Upload;
  /** The upload once it is in one of these states. */
  readonly until: (...states: readonly UploadState[]) => Promise<Upload>;
  /** The upload once it waits after so many tries. */
  readonly untilTried: (attempts: number) => Promise<Upload>;
  /** Another service on the same store, as after a restart. */
  readonly restart: () => Promise<UploadService>;
}

/** A workstation with one package in its store, its queue not yet started. */
export async function uploadDesk(
  changes: Partial<UploadServiceParts> = {},
  spoil: (store: Store) => Store = (store) => store,
): Promise<UploadDesk> {
  const folder = await temporaryFolder();
  const store = spoil(await openTestStore());
  const stored = await storeDraft(store, undefined, { draftId: testDraftId });
  const zip = await (await packageBench(folder)).write();
  const record: PackageRecord = {
    id: ids.next(),
    draftId: testDraftId,
    revisionId: stored.head.id,
    name: zip.name,
    zipSha256: zip.sha256,
    bytes: zip.bytes,
    path: zip.path,
    createdAt: '2026-11-23T06:00:00.000Z',
  };
  await store.insertPackage({ record });
  const time = new ManualTime();
  const told: UploadState[] = [];
  const published: Upload[] = [];
  let latest: Upload | undefined;
  let events = 0;
  const targets = new Map<string, ReadyTarget>();
  const parts: UploadServiceParts = {
    store,
    settings: store,
    client: quickClient(),
    folders: folderDelivery,
    verify: async ({ path }) => packageReader.verifyPackage(path, { keyRing: keyRingOf([packageKey.publicKey]) }),
    assertSignedOff: async () => undefined,
    target: async (targetId) => targets.get(targetId) ?? null,
    bytesPerSecond: () => 0,
    authorize: async () => undefined,
    onPublished: async (upload) => void published.push(upload),
    events: {
      emit: (_event, payload) => {
        latest = payload as Upload;
        events += 1;
        if (told.at(-1) !== latest.state) told.push(latest.state);
      },
    },
    clock: time,
    timers: time,
    ids,
    log: silentLog,
  };
  const started = (): UploadService => {
    const service = uploadService({ ...parts, ...changes });
    onTestFinished(async () => service.close());
    return service;
  };
  const when = async (holds: (upload: Upload) => boolean): Promise<Upload> => {
    const check = (): boolean => latest !== undefined && holds(latest);
    await expect.poll(check, { timeout: 15_000, interval: 10 }).toBe(true);
    return (await store.readUpload({ uploadId: latest?.id ?? '' })) ?? expect.fail('no such row');
  };
  return {
    uploads: started(),
    store,
    record,
    time,
    told,
    published,
    events: () => events,
    latest: () => latest ?? expect.fail('nothing was told'),
    sendTo: (to) => {
      if (!to) return void targets.delete('portal');
      const { url, token } = to;
      targets.set('portal', { kind: 'portal', name: '局门户', url, token, certificate: '' });
    },
    alsoTo: (targetId, target) => void targets.set(targetId, target),
    until: async (...states) => when(({ state }) => states.includes(state)),
    untilTried: async (attempts) => when((upload) => upload.state === 'waiting' && upload.attempts === attempts),
    restart: async () => {
      const service = started();
      await service.start();
      return service;
    },
  };
}
