import type { DraftSummary } from '#shared/model/draft.ts';
import type { Desk } from './desk.ts';
import type { Clock } from './ports/clock.ts';
import type { EventSink } from './ports/event-sink.ts';
import type { Store } from './ports/store.ts';

export interface TrashService {
  trash(draftId: string): Promise<DraftSummary>;
  /** Brings a draft back with everything that belonged to it: nothing of it had gone. */
  untrash(draftId: string): Promise<DraftSummary>;
  /** Deletes a draft of the trash for good; see `DraftStore.purgeDraft` for what is refused and what stays. */
  purge(draftId: string): Promise<void>;
}

export interface TrashServicePorts {
  readonly store: Store;
  readonly clock: Clock;
  readonly events: EventSink;
  readonly desk: Desk;
}

/** The way of drafts into the trash, out of it, and out of the store. */
export function trashService({ store, clock, events, desk }: TrashServicePorts): TrashService {
  async function setTrashed(draftId: string, trashed: boolean): Promise<DraftSummary> {
    const by = await desk.person();
    const at = clock.now();
    const summary = await store.setTrashed({ draftId, trashedAt: trashed ? at : null, at, by });
    const event = trashed ? 'draft.trashed' : 'draft.untrashed';
    await store.appendAudit({ at, personId: by.id, event, facts: { draftId } });
    events.emit('draft:changed', { draftId });
    return summary;
  }

  return {
    trash: async (draftId) => setTrashed(draftId, true),
    untrash: async (draftId) => setTrashed(draftId, false),

    async purge(draftId) {
      await store.purgeDraft({ draftId, by: await desk.person(), at: clock.now() });
      events.emit('draft:changed', { draftId });
    },
  };
}
