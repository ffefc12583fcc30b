import { AppError } from '#shared/errors.ts';
import type { OpenDraft } from '#shared/ipc/channels/draft.ts';
import type { Response } from '#shared/ipc/contract.ts';
import type { DraftContent } from '#shared/model/draft.ts';
import { ancestryOf } from '#shared/review/ancestry.ts';
import type { Desk } from './desk.ts';
import type { DraftService } from './draft-service.ts';
import type { Clock } from './ports/clock.ts';
import type { StoredDraft } from './ports/draft-store.ts';
import type { EventSink } from './ports/event-sink.ts';
import type { Ids } from './ports/ids.ts';
import type { Store } from './ports/store.ts';

export interface ConflictService {
  /** The two sides of a draft that both changed, and the newest version that both know. Refuses `not-found` without a conflict. */
  read(draftId: string): Promise<Response<'exchange:read-conflict'>>;
  /** Ends the conflict with words put together of both; they become a version of their own. Refuses `stale-base`. */
  merge(draftId: string, incomingId: string, content: DraftContent): Promise<OpenDraft>;
}

export function conflictService(ports: {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly events: EventSink;
  readonly desk: Desk;
  readonly drafts: Pick<DraftService, 'open'>;
}): ConflictService {
  const { store, clock, ids, events, desk, drafts } = ports;

  async function conflicted(draftId: string) {
    const draft = await store.readDraft({ draftId });
    if (!draft) throw new AppError('draft-not-found');
    if (!draft.incoming) throw new AppError('not-found');
    return { draft, incoming: draft.incoming };
  }

  /** The newest version that both the head and the incoming one build on. */
  async function sharedVersion({ head }: StoredDraft, incoming: NonNullable<StoredDraft['incoming']>) {
    const revisions = await store.listRevisions({ draftId: head.draftId });
    const ours = new Set(ancestryOf(head, revisions).map(({ id }) => id));
    const shared = ancestryOf(incoming, revisions).findLast(({ id }) => id !== incoming.id && ours.has(id));
    return shared ? store.readRevision({ revisionId: shared.id }) : null;
  }

  return {
    async read(draftId) {
      const { draft, incoming } = await conflicted(draftId);
      const [base, theirs] = await Promise.all([
        sharedVersion(draft, incoming),
        store.readRevision({ revisionId: incoming.id }),
      ]);
      if (!theirs) throw new AppError('not-found');
      return {
        incomingId: incoming.id,
        base: base?.content ?? null,
        mine: draft.journal?.content ?? draft.headContent,
        theirs: theirs.content,
      };
    },

    async merge(draftId, incomingId, content) {
      const { incoming } = await conflicted(draftId);
      if (incoming.id !== incomingId) throw new AppError('stale-base');
      const by = await desk.person();
      const kept = { draftId, revisionId: ids.next(), kind: 'merged', content, by, at: clock.now() } as const;
      await store.keepRevision({ ...kept, always: true });
      await store.clearIncoming({ draftId });
      events.emit('draft:changed', { draftId });
      return drafts.open(draftId);
    },
  };
}
