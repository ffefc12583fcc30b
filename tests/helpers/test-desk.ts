import { systemHash } from '#main/files/system-hash.ts';
import { systemIds } from '#main/files/system-ids.ts';
import type { Desk } from '#main/services/desk.ts';
import { commentService, type CommentService } from '#main/services/comment-service.ts';
import { draftService, type DraftService } from '#main/services/draft-service.ts';
import { reviewService, type ReviewService } from '#main/services/review-service.ts';
import { trashService, type TrashService } from '#main/services/trash-service.ts';
import { versionService, type VersionService } from '#main/services/version-service.ts';
import type { EventSink } from '#main/services/ports/event-sink.ts';
import type { Log } from '#main/services/ports/log.ts';
import type { DatabaseClient } from '#main/db/database-client.ts';
import type { BureauProfile } from '#shared/model/bureau-profile.ts';
import type { Signatory } from '#shared/model/person.ts';
import { testProfile } from '#tests/builders/bureau-profile.ts';
import { writer } from '#tests/builders/signatory.ts';
import { steppingClock } from '#tests/fakes/stepping-clock.ts';
import { openTestStore } from './open-test-store.ts';

/** The services of one workstation over a real store. `sit` changes who works there. */
export interface TestDesk {
  readonly store: DatabaseClient;
  readonly drafts: DraftService;
  readonly trash: TrashService;
  readonly versions: VersionService;
  readonly reviews: ReviewService;
  readonly comments: CommentService;
  /** Ids of the drafts that `draft:changed` named, in order. */
  readonly changed: string[];
  sit(person: Signatory): void;
}

const silentLog: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

export async function openTestDesk(folder?: string, profile: BureauProfile = testProfile): Promise<TestDesk> {
  const store = await openTestStore(folder);
  const changed: string[] = [];
  let present = writer;
  const desk: Desk = { person: async () => present, profile: async () => profile };
  const events: EventSink = {
    emit: (event, payload) => {
      if (event === 'draft:changed' && 'draftId' in payload && payload.draftId !== null) changed.push(payload.draftId);
    },
  };
  const ports = { store, events, desk, clock: steppingClock(), ids: systemIds(), hash: systemHash, log: silentLog };
  const drafts = draftService(ports);
  return {
    store,
    drafts,
    trash: trashService(ports),
    versions: versionService(ports),
    reviews: reviewService({ ...ports, drafts }),
    comments: commentService(ports),
    changed,
    sit(person) {
      present = person;
    },
  };
}
