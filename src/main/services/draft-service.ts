import { assetsOf } from '#shared/document/walk.ts';
import { AppError } from '#shared/errors.ts';
import type { DraftValues, OpenDraft } from '#shared/ipc/channels/draft.ts';
import type { ParsedRequest, Response } from '#shared/ipc/contract.ts';
import { roleMay } from '#shared/model/bureau-profile.ts';
import { emptyContent, type DraftContent, type DraftSummary } from '#shared/model/draft.ts';
import { permissionForStep, reviewSteps } from '#shared/model/review.ts';
import type { RevisionKind, RevisionSummary } from '#shared/model/revision.ts';
import type { SimilarDraft } from '#shared/model/similar-draft.ts';
import { stateForStep } from '#shared/review/review-state.ts';
import { resolveQuery } from '#shared/search/query/resolve-query.ts';
import { shanghaiDate } from '#shared/shanghai-time.ts';
import type { Desk } from './desk.ts';
import type { Clock } from './ports/clock.ts';
import type { StoredDraft, StoredRevision } from './ports/draft-store.ts';
import type { EventSink } from './ports/event-sink.ts';
import type { Ids } from './ports/ids.ts';
import type { Log } from './ports/log.ts';
import type { Store } from './ports/store.ts';

export interface DraftService {
  list(request: ParsedRequest<'draft:list'>): Promise<Response<'draft:list'>>;
  countValues(): Promise<DraftValues>;
  findSimilar(draftId: string): Promise<readonly SimilarDraft[]>;
  /** An empty draft of the present person; refuses `not-allowed` for a role that does not write. */
  create(): Promise<OpenDraft>;
  /** A draft that begins with words from elsewhere: a sample, a page that was taken in. */
  createFrom(content: DraftContent, kind: RevisionKind): Promise<OpenDraft>;
  /** Keeps what an earlier run left in the journal as a revision, and says so in `recovered`. */
  open(draftId: string): Promise<OpenDraft>;
  /** Answers after the words are durable. */
  saveJournal(request: ParsedRequest<'draft:save-journal'>): Promise<Response<'draft:save-journal'>>;
  /** Keeps the undo history of the newest words; answers whether it belonged to them. */
  saveHistory(request: ParsedRequest<'draft:save-history'>): Promise<{ kept: boolean }>;
  saveRevision(draftId: string, kind: RevisionKind): Promise<RevisionSummary>;
  /** Keeps other words as the draft's newest revision, for a draft that stands on no sheet. */
  saveContent(draftId: string, content: DraftContent, kind?: RevisionKind): Promise<RevisionSummary>;
  listRevisions(draftId: string): Promise<readonly RevisionSummary[]>;
  readRevision(revisionId: string): Promise<StoredRevision>;
  restoreRevision(revisionId: string): Promise<OpenDraft>;
  resolveConflict(draftId: string, keep: 'mine' | 'incoming'): Promise<OpenDraft>;
  /** The portal shows content with this hash (of the revision that the package was built from; the head's when left out). */
  markPublished(draftId: string, contentHash?: string): Promise<DraftSummary>;
  /** Keeps every draft's unkept words as a revision: before the app quits. */
  keepAll(): Promise<void>;
}

export interface DraftServicePorts {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly events: EventSink;
  readonly log: Log;
  readonly desk: Desk;
  /** The store refuses every change: unkept words are shown, not kept. */
  readonly readOnly?: boolean;
}

/** Drafts and their words: everything that the sheet and the list do. */
export function draftService({ store, clock, ids, events, log, desk, readOnly }: DraftServicePorts): DraftService {
  /** Drafts whose journal this run has written to: their unkept words were not left by a crash. */
  const writtenHere = new Set<string>();

  async function stored(draftId: string): Promise<StoredDraft> {
    const draft = await store.readDraft({ draftId });
    if (!draft) throw new AppError('draft-not-found');
    return draft;
  }

  async function keep(
    draftId: string,
    kind: RevisionKind,
    content: DraftContent | null,
    always = false,
  ): Promise<RevisionSummary> {
    const by = await desk.person();
    const args = { draftId, revisionId: ids.next(), kind, content, by, at: clock.now(), always };
    const revision = await store.keepRevision(args);
    writtenHere.delete(draftId);
    return revision;
  }

  /** The draft as the sheet opens it. */
  async function opened(draft: StoredDraft, recovered: boolean): Promise<OpenDraft> {
    const draftId = draft.summary.id;
    const content = draft.journal?.content ?? draft.headContent;
    const sha256s = assetsOf(content.document);
    const [reviews, comments, assets, history] = await Promise.all([
      store.listReviewRecords({ draftId }),
      store.listComments({ draftId }),
      store.findAssets({ sha256s }),
      store.readHistory({ draftId }),
    ]);
    return {
      summary: draft.summary,
      content,
      revision: draft.head,
      journalSequence: draft.journalSequence,
      recovered,
      reviews: [...reviews],
      comments: [...comments],
      assets: [...assets],
      incoming: draft.incoming,
      history,
    };
  }

  async function open(draftId: string): Promise<OpenDraft> {
    const draft = await stored(draftId);
    const left = draft.journal;
    if (!left || readOnly || writtenHere.has(draftId) || draft.summary.trashedAt !== null) return opened(draft, false);
    const kept = await store.keepRevision({
      draftId,
      revisionId: ids.next(),
      kind: 'recovered',
      content: null,
      by: left.by,
      at: clock.now(),
    });
    // Words that were typed and taken back are no news.
    const recovered = kept.id !== draft.head.id;
    if (recovered) log.info('draft.recovered', { draftId, sequence: left.sequence });
    return opened(await stored(draftId), recovered);
  }

  async function createFrom(content: DraftContent, kind: RevisionKind): Promise<OpenDraft> {
    const by = await desk.person();
    const draftId = ids.next();
    const revisionId = ids.next();
    const draft = await store.createDraft({ draftId, revisionId, kind, content, by, author: by, at: clock.now() });
    events.emit('draft:changed', { draftId });
    return opened(draft, false);
  }

  return {
    async list({ query, ...request }) {
      const [person, profile] = await Promise.all([desk.person(), desk.profile()]);
      const steps = reviewSteps.filter((step) => roleMay(profile, person.role, permissionForStep[step]));
      const { search } = resolveQuery(query, { columns: profile.columns, today: shanghaiDate(clock.now()) });
      const { items, hits, trash, ...rest } = await store.listDrafts({
        ...request,
        search,
        personId: person.id,
        reviewStates: steps.map((step) => stateForStep[step]),
      });
      return { items: [...items], hits: [...hits], trash: [...trash], ...rest };
    },

    countValues: async () => store.countDraftValues(),
    findSimilar: async (draftId) => store.findSimilarDrafts({ draftId }),

    async create() {
      const [person, profile] = await Promise.all([desk.person(), desk.profile()]);
      if (!roleMay(profile, person.role, 'write')) throw new AppError('not-allowed');
      return createFrom(emptyContent(profile), 'created');
    },

    createFrom,
    open,

    async saveJournal(request) {
      const by = await desk.person();
      const at = clock.now();
      const { stateChanged, contentHash, exactHash } = await store.appendJournal({ ...request, by, at });
      writtenHere.add(request.draftId);
      events.emit(stateChanged ? 'draft:changed' : 'draft:saved', { draftId: request.draftId });
      return { savedAt: at, contentHash, exactHash };
    },

    saveHistory: async (request) => ({ ...(await store.keepHistory(request)) }),

    saveRevision: async (draftId, kind) => keep(draftId, kind, null),

    async saveContent(draftId, content, kind = 'manual') {
      const revision = await keep(draftId, kind, content);
      events.emit('draft:changed', { draftId });
      return revision;
    },

    async listRevisions(draftId) {
      return store.listRevisions({ draftId });
    },

    async readRevision(revisionId) {
      const revision = await store.readRevision({ revisionId });
      if (!revision) throw new AppError('not-found');
      return revision;
    },

    async restoreRevision(revisionId) {
      const old = await store.readRevision({ revisionId });
      if (!old) throw new AppError('not-found');
      await keep(old.revision.draftId, 'restored', old.content);
      events.emit('draft:changed', { draftId: old.revision.draftId });
      return open(old.revision.draftId);
    },

    async resolveConflict(draftId, side) {
      const { incoming } = await stored(draftId);
      if (!incoming) throw new AppError('not-found');
      const other = side === 'incoming' ? await store.readRevision({ revisionId: incoming.id }) : null;
      await keep(draftId, 'merged', other?.content ?? null, true);
      await store.clearIncoming({ draftId });
      events.emit('draft:changed', { draftId });
      return open(draftId);
    },

    async markPublished(draftId, contentHash) {
      const at = clock.now();
      const hash = contentHash ?? (await stored(draftId)).head.contentHash;
      const summary = await store.markPublished({ draftId, contentHash: hash, at });
      await store.appendAudit({ at, personId: null, event: 'draft.published', facts: { draftId, contentHash: hash } });
      events.emit('draft:changed', { draftId });
      return summary;
    },

    async keepAll() {
      for (const draftId of writtenHere) {
        await keep(draftId, 'timed', null).catch((thrown: unknown) => {
          // The words themselves are safe in the journal; the next start keeps them.
          log.warn('draft.not-kept', { draftId, code: thrown instanceof AppError ? thrown.code : 'internal' });
        });
      }
    },
  };
}
