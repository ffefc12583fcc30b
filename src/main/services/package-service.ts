import { z } from 'zod';
import { assetsOf } from '#shared/document/walk.ts';
import { AppError } from '#shared/errors.ts';
import { roleMay } from '#shared/model/bureau-profile.ts';
import { idSchema, momentSchema } from '#shared/ids.ts';
import { openItems, type Checklist } from '#shared/model/checklist.ts';
import { hashableContent, type DraftContent } from '#shared/model/draft.ts';
import type { Job } from '#shared/model/job.ts';
import type { PackageChecks } from '#shared/model/package.ts';
import { numberOfMachine, packageName, packageNameSchema } from '#shared/model/package-name.ts';
import { timeOfPage } from '#shared/model/time-of-page.ts';
import type { ListedPackage, PackageRecord, VerifyReport } from '#shared/model/package-record.ts';
import { signOffRefusal } from '#shared/review/may-review.ts';
import { sealedText } from '#shared/review/seal-record.ts';
import type { Desk } from './desk.ts';
import type { JobRunner } from './job-runner.ts';
import { ownKeyRing } from './own-key-ring.ts';
import type { Clock } from './ports/clock.ts';
import type { StoredDraft } from './ports/draft-store.ts';
import type { EventSink } from './ports/event-sink.ts';
import type { Hash } from './ports/hash.ts';
import type { Ids } from './ports/ids.ts';
import type { InletFiles } from './ports/inlet-files.ts';
import type { KeyStore } from './ports/key-store.ts';
import type { PackageReader } from './ports/package-reader.ts';
import type { PackageInputs, PackageWriter, WrittenZip } from './ports/package-writer.ts';
import type { Store } from './ports/store.ts';
import type { WorkHandle } from './ports/work-handle.ts';

export interface PackageService {
  /**
   * Builds in the background and answers the job at once. Refuses `not-allowed` for a role that does not export,
   * `not-signed-off` (and the other refusals of `signOffRefusal`); the job fails with `checks-failed {count}` or
   * `warnings-open {count}`.
   */
  build(draftId: string): Promise<Job>;
  /** Begins again what a killed run was building, unless it had just been done; afterwards nothing is left to resume. */
  resume(): Promise<readonly Job[]>;
  cancel(jobId: string): Job;
  /** The newest first. */
  list(draftId: string): Promise<readonly ListedPackage[]>;
  /** Judges a package or review file that came in; lets go of the inlet file. */
  verifyInlet(fileId: string): Promise<VerifyReport>;
  /** The same for a file that lies anywhere. Keys of this workstation and trusted ones are believed. */
  verifyFile(path: string): Promise<VerifyReport>;
}

export interface PackageServicePorts {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly hash: Hash;
  readonly events: EventSink;
  readonly desk: Desk;
  readonly jobs: JobRunner;
  readonly keys: KeyStore;
  readonly inlet: InletFiles;
  readonly reader: PackageReader;
  readonly writer: PackageWriter;
  /** What stands between the draft and its package: errors block it, and warnings that nobody gave a reason for. */
  readonly readChecklist: (draftId: string) => Promise<Checklist>;
  readonly rulePack: PackageChecks['rulePack'];
  /** Which of the bureau's machines this is. */
  readonly machine: () => number;
  /** Lets those go first who type. */
  readonly giveWay: () => Promise<void>;
  /** Where packages are written to. */
  readonly folder: string;
  /** Name and version of this program. */
  readonly agent: string;
}

/** The setting that holds what is being built. */
const underWayKey = 'packages-under-way';
/** The package that is being written: enough to know it again when only its row is missing. */
const writingSchema = z.strictObject({ name: packageNameSchema, revisionId: idSchema, at: momentSchema });
type Writing = z.infer<typeof writingSchema>;
const underWaySchema = z.array(z.tuple([idSchema, momentSchema, writingSchema.nullable().default(null)]));

export function packageService(ports: PackageServicePorts): PackageService {
  const { store, clock, ids, hash, events, desk, jobs, keys, inlet, reader, writer } = ports;
  /** Drafts whose packages are being built, since when, and which. */
  const underWay = new Map<string, readonly [since: string, writing: Writing | null]>();

  /** The draft with the words that were signed off. */
  async function signedOff(draftId: string): Promise<{ draft: StoredDraft; content: DraftContent; hash: string }> {
    const draft = await store.readDraft({ draftId });
    if (!draft) throw new AppError('draft-not-found');
    if (draft.summary.trashedAt !== null) throw new AppError('draft-locked');
    const content = draft.journal?.content ?? draft.headContent;
    const contentHash = hash.sha256(hashableContent(content));
    const records = await store.listReviewRecords({ draftId });
    const refusal = signOffRefusal(records, draft.summary.authorId, contentHash, (record) =>
      hash.sha256(sealedText(record)),
    );
    if (refusal) throw new AppError(refusal);
    return { draft, content, hash: contentHash };
  }

  /** What the package says of its checks. Refuses `checks-failed {count}`, `warnings-open {count}`. */
  async function settledChecks(draftId: string): Promise<PackageInputs['checks']> {
    const { items } = await ports.readChecklist(draftId);
    const { errors, warnings } = openItems(items);
    if (errors > 0) throw new AppError('checks-failed', { count: errors });
    if (warnings > 0) throw new AppError('warnings-open', { count: warnings });
    const waivers = items.flatMap(({ finding, waiver }) =>
      waiver === null ? [] : [{ findingId: finding.id, reason: waiver.reason, by: waiver.by, at: waiver.at }],
    );
    return { rulePack: ports.rulePack, findings: items.map(({ finding }) => finding), waivers };
  }

  async function work(draftId: string, handle: WorkHandle): Promise<string> {
    const [person, profile, { draft, content, hash: contentHash }] = await Promise.all([
      desk.person(),
      desk.profile(),
      signedOff(draftId),
    ]);
    handle.step('checks', 0, 1);
    const sha256s = assetsOf(content.document);
    const assets = await store.findAssets({ sha256s });
    const checks = await settledChecks(draftId);
    if (handle.signal.aborted) throw new AppError('cancelled');

    const at = clock.now();
    const revision = await store.keepRevision({
      draftId,
      revisionId: ids.next(),
      kind: 'export',
      content: null,
      by: person,
      at,
      // Each package has a revision number of its own, so that no two have the same name.
      always: true,
    });
    // Words that came in meanwhile were signed off by nobody.
    if (revision.contentHash !== contentHash) throw new AppError('not-signed-off');
    const number = numberOfMachine(ports.machine(), draft.summary.number);
    const { code } = profile.bureau;
    const name = packageName({ code, number, revision: revision.sequence, pageTime: timeOfPage(content.metadata, at) });
    const writing = { name, revisionId: revision.id, at };
    await note((builds) => builds.set(draftId, [builds.get(draftId)?.[0] ?? at, writing]));
    const zip = await writer.writePackage(
      {
        draftId,
        number,
        revision: revision.sequence,
        authorId: draft.summary.authorId,
        content,
        profile,
        records: await store.listReviewRecords({ draftId }),
        assets,
        checks,
        at,
        agent: ports.agent,
        key: await keys.signingKey('package'),
      },
      {
        folder: ports.folder,
        giveWay: ports.giveWay,
        signal: handle.signal,
        onStep: (...step) => handle.step(...step),
      },
    );
    return keep(draftId, writing, zip);
  }

  /** Records a package that lies there whole; answers its id. */
  async function keep(draftId: string, writing: Writing, zip: Pick<WrittenZip, 'path' | 'sha256' | 'bytes'>) {
    const { id: personId } = await desk.person();
    const { name, revisionId, at } = writing;
    const { path, sha256: zipSha256, bytes } = zip;
    const record: PackageRecord = { id: ids.next(), draftId, revisionId, name, zipSha256, bytes, path, createdAt: at };
    await store.insertPackage({ record });
    const facts = { draftId, packageId: record.id, name, zipSha256 };
    await store.appendAudit({ at, personId, event: 'package.built', facts });
    events.emit('draft:changed', { draftId });
    return record.id;
  }

  /** A run that was killed had written the package whole, and only its row is missing: then it is made good. */
  async function adopt(draftId: string, writing: Writing): Promise<boolean> {
    const path = `${ports.folder}/${writing.name}.zip`;
    const zip = await reader.prove(path, 'package', { keyRing: await ownKeyRing(keys, store) }).catch(() => null);
    if (!zip) return false;
    await keep(draftId, writing, { path, sha256: zip.zipSha256, bytes: zip.zipBytes });
    return true;
  }

  /** Notes durably what is being built, so that the next run knows of it after a crash. */
  async function note(change: (builds: typeof underWay) => void): Promise<void> {
    change(underWay);
    const value = JSON.stringify([...underWay].map(([draftId, build]) => [draftId, ...build]));
    await store.writeSetting({ key: underWayKey, value });
  }

  async function build(draftId: string): Promise<Job> {
    const [person, profile] = await Promise.all([desk.person(), desk.profile(), signedOff(draftId)]);
    if (!roleMay(profile, person.role, 'export')) throw new AppError('not-allowed');
    const since = clock.now();
    return jobs.start('package', draftId, async (handle) => {
      await note((builds) => builds.set(draftId, [since, null]));
      try {
        return await work(draftId, handle);
      } finally {
        await note((builds) => builds.delete(draftId));
      }
    });
  }

  async function resume(): Promise<readonly Job[]> {
    const left = underWaySchema.parse(JSON.parse((await store.readSetting({ key: underWayKey })) ?? '[]'));
    const begun: Job[] = [];
    for (const [draftId, since, writing] of left) {
      const [newest] = await store.listPackages({ draftId });
      if (newest && newest.createdAt >= since) continue;
      if (writing && (await adopt(draftId, writing).catch(() => false))) continue;
      // Whoever sits here now may not export, or the words have changed: then it stays undone, as it was.
      const job = await build(draftId).catch(() => null);
      if (job) begun.push(job);
    }
    if (begun.length === 0 && left.length > 0) await note(() => undefined);
    return begun;
  }

  async function list(draftId: string): Promise<readonly ListedPackage[]> {
    const [packages, revisions] = await Promise.all([
      store.listPackages({ draftId }),
      store.listRevisions({ draftId }),
    ]);
    const packed = new Map(revisions.map((revision) => [revision.id, revision]));
    return packages.flatMap((record) => {
      const revision = packed.get(record.revisionId);
      return revision ? [{ ...record, contentHash: revision.contentHash, headline: revision.headline }] : [];
    });
  }

  async function verifyFile(path: string): Promise<VerifyReport> {
    return reader.verifyPackage(path, { keyRing: await ownKeyRing(keys, store) });
  }

  return {
    build,
    resume,
    cancel: (jobId) => jobs.cancel(jobId),
    list,
    async verifyInlet(fileId) {
      const built = await store.readPackage({ packageId: fileId });
      if (built) return verifyFile(built.path);
      const file = await inlet.take(fileId);
      try {
        return await verifyFile(file.path);
      } finally {
        await inlet.discard(fileId);
      }
    },
    verifyFile,
  };
}
