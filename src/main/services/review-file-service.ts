import { assetsOf } from '#shared/document/walk.ts';
import { AppError } from '#shared/errors.ts';
import type { Response } from '#shared/ipc/contract.ts';
import type { WrittenFile } from '#shared/ipc/channels/review.ts';
import type { ReviewFile } from '#shared/model/review-file.ts';
import { ancestryOf } from '#shared/review/ancestry.ts';
import type { CarryingPorts } from './carrying-ports.ts';
import type { ReviewFileMerger } from './review-file-merger.ts';
import { trustingRing } from './trusting-ring.ts';

export interface ReviewFileService {
  /** Writes the signed review file (审稿包) of a draft's newest words. Refuses `draft-not-found`, `draft-locked`. */
  write(draftId: string): Promise<WrittenFile>;
  /** Takes in a review file; see `review:read-file`. The inlet file stays when its key waits for trust. */
  readInlet(fileId: string, trustFingerprint: string | null): Promise<Response<'review:read-file'>>;
  /** The same for a file that lies anywhere. */
  readFile(path: string, trustFingerprint: string | null): Promise<Response<'review:read-file'>>;
}

export interface ReviewFileServicePorts extends CarryingPorts {
  readonly merger: ReviewFileMerger;
}

/** Drafts travel between data folders as signed files, with no network: words, reviews, comments and small pictures. */
export function reviewFileService(ports: ReviewFileServicePorts): ReviewFileService {
  const { store, clock, ids, events, desk, keys, inlet, reader, writer, merger } = ports;

  async function describe(draftId: string, head: ReviewFile['revisions'][number]): Promise<ReviewFile> {
    const draft = await store.readDraft({ draftId });
    if (!draft) throw new AppError('draft-not-found');
    const line = ancestryOf(draft.head, await store.listRevisions({ draftId }));
    const sha256s = assetsOf(draft.headContent.document);
    const assets = await store.findAssets({ sha256s });
    if (draft.head.id !== head.id) throw new AppError('stale-base');
    return {
      format: 'gaoqian-review-file',
      version: 1,
      draftId,
      author: draft.author,
      revisions: line.map(({ id, contentHash, link, kind, by, at }) => ({ id, contentHash, link, kind, by, at })),
      baseHash: line.findLast((revision) => revision.kind === 'incoming')?.contentHash ?? null,
      records: [...(await store.listReviewRecords({ draftId }))],
      comments: [...(await store.listComments({ draftId }))],
      waivers: [...(await store.listWaivers({ draftId }))],
      // The originals stay here.
      assets: assets.map((asset) => ({ ...asset, hasOriginal: false })),
    };
  }

  async function readFile(path: string, trustFingerprint: string | null): Promise<Response<'review:read-file'>> {
    const person = await desk.person();
    const ring = await trustingRing(keys, store, trustFingerprint);
    const file = await reader.readReviewFile(path, { keyRing: ring });
    try {
      const { draftId } = file.reviewFile;
      const key = ring.newlyTrusted();
      if (key) await store.insertTrustedKey({ key: { ...key, trustedAt: clock.now() } });
      const merged = await merger.merge(file);
      await store.appendAudit({
        at: clock.now(),
        personId: person.id,
        event: 'review-file.read',
        facts: { draftId, zipSha256: file.zipSha256, signedBy: file.signedBy, outcome: merged.outcome },
      });
      events.emit('draft:changed', { draftId });
      return { draftId, ...merged };
    } finally {
      await file.dispose();
    }
  }

  return {
    async write(draftId) {
      const [person, profile, draft] = await Promise.all([desk.person(), desk.profile(), store.readDraft({ draftId })]);
      if (!draft) throw new AppError('draft-not-found');
      if (draft.summary.trashedAt !== null) throw new AppError('draft-locked');
      const at = clock.now();
      const kept = { draftId, revisionId: ids.next(), kind: 'export', content: null, by: person, at } as const;
      const head = await store.keepRevision(kept);
      const stored = await store.readRevision({ revisionId: head.id });
      if (!stored) throw new AppError('internal');
      const zip = await writer.writeReviewFile(
        {
          number: draft.summary.number,
          revision: head.sequence,
          content: stored.content,
          profile,
          reviewFile: await describe(draftId, head),
          signerName: `${profile.bureau.shortName} ${person.name}`,
          at,
          agent: ports.agent,
          key: await keys.signingKey('review'),
        },
        { folder: ports.folder },
      );
      await store.appendAudit({
        at,
        personId: person.id,
        event: 'review-file.written',
        facts: { draftId, name: zip.name, zipSha256: zip.sha256 },
      });
      return ports.written.register({ name: `${zip.name}.zip`, path: zip.path, bytes: zip.bytes });
    },

    async readInlet(fileId, trustFingerprint) {
      const file = await inlet.take(fileId);
      try {
        const answer = await readFile(file.path, trustFingerprint);
        await inlet.discard(fileId);
        return answer;
      } catch (thrown) {
        const waits = thrown instanceof AppError && thrown.code === 'review-key-unknown';
        if (!waits) await inlet.discard(fileId);
        throw thrown;
      }
    },

    readFile,
  };
}
