import { AppError } from '#shared/errors.ts';
import { attachmentsOfHistory } from '#shared/exchange/attachments-of-history.ts';
import { namedFiles } from '#shared/exchange/named-files.ts';
import { packRevisions } from '#shared/exchange/pack-revisions.ts';
import type { WrittenFile } from '#shared/ipc/channels/review.ts';
import type { ExchangedDraft, TakenDraft, TrashedDrafts } from '#shared/model/exchange-file.ts';
import type { NamedFile } from '#shared/model/named-file.ts';
import type { CarryingPorts } from './carrying-ports.ts';
import { exchangeMerger, type ExchangeMergerPorts } from './exchange-merger.ts';
import { findLacking } from './find-lacking.ts';
import type { WorkHandle } from './ports/work-handle.ts';
import { takeAttachments } from './take-attachments.ts';
import { takePictures, type TakePicturesPorts } from './take-pictures.ts';
import { trustingRing } from './trusting-ring.ts';

/** What a person decided about a file that is taken in. */
export interface TakingChoices {
  /** The key that the person trusts; null before they were asked. */
  readonly trustFingerprint: string | null;
  readonly trashed: TrashedDrafts;
}

export interface ExchangeService {
  /**
   * Writes drafts with their whole history as one signed file (稿件包). What they name and is not here whole is left out and
   * told, here and in the file: the words must not wait for a picture that is lost. Refuses `draft-not-found`, `draft-locked`
   * for one in the trash, `cancelled`, and what the reader would refuse: a file is read back before it has its name.
   */
  write(
    draftIds: readonly string[],
    handle: WorkHandle,
  ): Promise<{ readonly file: WrittenFile; readonly lacking: readonly NamedFile[] }>;
  /**
   * Takes an exchange file in, draft by draft; nothing that is here is overwritten, and a draft in the trash stays there unless
   * `trashed` says otherwise. Refuses what the reader refuses before
   * anything is taken, `review-key-unknown` among it; `cancelled` keeps what was taken up to then, and taking it again
   * goes on from there.
   */
  readFile(path: string, choices: TakingChoices, handle: WorkHandle): Promise<readonly TakenDraft[]>;
  /** The same for an inlet file, which stays while its key waits for trust, or drafts in the trash for a choice. */
  readInlet(fileId: string, choices: TakingChoices, handle: WorkHandle): Promise<readonly TakenDraft[]>;
}

export interface ExchangeServicePorts
  extends CarryingPorts, Omit<TakePicturesPorts, 'store'>, Pick<ExchangeMergerPorts, 'untrash' | 'createDraft'> {}

/** Drafts travel whole between data folders: words of all versions, reviews, comments, names and pictures. */
export function exchangeService(ports: ExchangeServicePorts): ExchangeService {
  const { store, clock, ids, events, desk, keys, inlet, reader, writer } = ports;
  const merger = exchangeMerger(ports);

  /** A draft as it goes into the file, its newest words kept as a version first, and the files that its versions name. */
  async function pack(draftId: string): Promise<{ exchanged: ExchangedDraft; named: readonly NamedFile[] }> {
    const draft = await store.readDraft({ draftId });
    if (!draft) throw new AppError('draft-not-found');
    if (draft.summary.trashedAt !== null) throw new AppError('draft-locked');
    const kept = { draftId, revisionId: ids.next(), kind: 'export', content: null, at: clock.now() } as const;
    const head = await store.keepRevision({ ...kept, by: await desk.person() });
    const revisions = [...(await store.listRevisions({ draftId }))].sort((a, b) => a.sequence - b.sequence);
    const history = [];
    for (const { id } of revisions) {
      const stored = await store.readRevision({ revisionId: id });
      if (!stored) throw new AppError('not-found');
      history.push(stored);
    }
    const [names, records, comments, waivers] = await Promise.all([
      store.listRevisionNames({ draftId }),
      store.listReviewRecords({ draftId }),
      store.listComments({ draftId }),
      store.listWaivers({ draftId }),
    ]);
    return {
      exchanged: {
        format: 'gaoqian-exchanged-draft',
        version: 1,
        draftId,
        author: draft.author,
        headId: head.id,
        ...packRevisions(history),
        names: [...names],
        records: [...records],
        comments: [...comments],
        waivers: [...waivers],
      },
      named: namedFiles(
        draftId,
        history.find(({ revision }) => revision.id === head.id)?.content ?? draft.headContent,
        history.map(({ content }) => content).reverse(),
      ),
    };
  }

  async function readFile(path: string, choices: TakingChoices, handle: WorkHandle): Promise<TakenDraft[]> {
    const person = await desk.person();
    handle.step('archive', 0, 1);
    const ring = await trustingRing(keys, store, choices.trustFingerprint);
    const file = await reader.readExchangeFile(path, { keyRing: ring });
    try {
      const key = ring.newlyTrusted();
      if (key) await store.insertTrustedKey({ key: { ...key, trustedAt: clock.now() } });
      const { draftIds, assets, lacking = [] } = file.exchange;
      const lost = hashesOf(lacking);
      handle.step('pictures', 0, 1);
      await takePictures(ports, file, assets);
      const taken: TakenDraft[] = [];
      for (const [index, draftId] of draftIds.entries()) {
        if (handle.signal.aborted) throw new AppError('cancelled');
        handle.step('words', index, draftIds.length);
        const draft = await file.readDraft(draftId);
        await takeAttachments(
          ports,
          file,
          attachmentsOfHistory(draft).filter(({ sha256 }) => !lost.has(sha256)),
        );
        const one = await merger.take(draft, choices.trashed);
        // What the sender had not may be here already.
        const ofDraft = lacking.filter((entry) => entry.draftId === draftId);
        taken.push({ ...one, lacking: [...(await findLacking(ports, ofDraft))] });
        if (one.outcome === 'in-trash') continue;
        const { zipSha256, signedBy } = file;
        const facts = { draftId: one.draftId, zipSha256, signedBy, outcome: one.outcome, revisions: one.revisions };
        await store.appendAudit({ at: clock.now(), personId: person.id, event: 'exchange.read', facts });
        events.emit('draft:changed', { draftId: one.draftId });
      }
      return taken;
    } finally {
      await file.dispose();
    }
  }

  return {
    async write(draftIds, handle) {
      const [person, profile] = await Promise.all([desk.person(), desk.profile()]);
      const drafts: ExchangedDraft[] = [];
      const named: NamedFile[] = [];
      for (const [index, draftId] of draftIds.entries()) {
        if (handle.signal.aborted) throw new AppError('cancelled');
        handle.step('words', index, draftIds.length);
        const packed = await pack(draftId);
        drafts.push(packed.exchanged);
        named.push(...packed.named);
      }
      const lacking = await findLacking(ports, named);
      const lost = hashesOf(lacking);
      const here = hashesOf(named.filter(({ sha256 }) => !lost.has(sha256)));
      const at = clock.now();
      const zip = await writer.writeExchangeFile(
        {
          drafts,
          // The originals stay here.
          assets: (await store.findAssets({ sha256s: [...here] })).map((asset) => ({
            ...asset,
            hasOriginal: false,
          })),
          attachments: attachmentsOfHistory({ revisions: drafts.flatMap(({ revisions }) => revisions) }).filter(
            ({ sha256 }) => here.has(sha256),
          ),
          lacking,
          profile,
          signerName: `${profile.bureau.shortName} ${person.name}`,
          at,
          agent: ports.agent,
          key: await keys.signingKey('review'),
        },
        { folder: ports.folder, signal: handle.signal, onStep: (...step) => handle.step(...step) },
      );
      for (const { draftId } of drafts) {
        const facts = { draftId, name: zip.name, zipSha256: zip.sha256 };
        await store.appendAudit({ at, personId: person.id, event: 'exchange.written', facts });
      }
      const file = ports.written.register({ name: `${zip.name}.zip`, path: zip.path, bytes: zip.bytes });
      return { file, lacking };
    },

    readFile,

    async readInlet(fileId, choices, handle) {
      const file = await inlet.take(fileId);
      try {
        const taken = await readFile(file.path, choices, handle);
        if (!taken.some(({ outcome }) => outcome === 'in-trash')) await inlet.discard(fileId);
        return taken;
      } catch (thrown) {
        const waits = thrown instanceof AppError && thrown.code === 'review-key-unknown';
        if (!waits) await inlet.discard(fileId);
        throw thrown;
      }
    },
  };
}

function hashesOf(files: readonly NamedFile[]): ReadonlySet<string> {
  return new Set(files.map(({ sha256 }) => sha256));
}
