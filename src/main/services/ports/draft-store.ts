import type { DraftFilter, DraftSort } from '#shared/ipc/channels/draft.ts';
import type { DraftContent, DraftState, DraftSummary } from '#shared/model/draft.ts';
import type { Signatory } from '#shared/model/person.ts';
import type { RevisionKind, RevisionSummary } from '#shared/model/revision.ts';

/** The newest entry of a draft's journal that no revision holds yet. */
export interface JournalEntry {
  readonly sequence: number;
  readonly baseRevisionId: string;
  readonly content: DraftContent;
  readonly at: string;
}

/** A draft as stored: its line, its newest revision, and words that are newer still. */
export interface StoredDraft {
  readonly summary: DraftSummary;
  readonly head: RevisionSummary;
  readonly headContent: DraftContent;
  readonly journal: JournalEntry | null;
  /** Highest sequence number ever written to this draft's journal. */
  readonly journalSequence: number;
  readonly incoming: RevisionSummary | null;
}

export interface StoredRevision {
  readonly revision: RevisionSummary;
  readonly content: DraftContent;
}

/** Drafts, journal and revisions. Every write is one durable transaction; the promise settles after it is on disk. */
export interface DraftStore {
  /** Gives the draft the next number; its first revision has the id `revisionId`. */
  createDraft(args: {
    draftId: string;
    revisionId: string;
    kind: RevisionKind;
    content: DraftContent;
    by: Signatory;
    author: Signatory;
    at: string;
  }): Promise<StoredDraft>;
  listDrafts(args: {
    filter: DraftFilter;
    sort: DraftSort;
    query: string;
    cursor: string | null;
    limit: number;
    /** For `mine` and `to-review`. */
    personId: string;
    /** States that this person may decide: those that `to-review` shows. */
    reviewStates: readonly DraftState[];
  }): Promise<{ items: readonly DraftSummary[]; next: string | null; counts: Readonly<Record<DraftFilter, number>> }>;
  /** Null when there is no such draft. */
  readDraft(args: { draftId: string }): Promise<StoredDraft | null>;
  /** Refuses `stale-base` when `baseRevisionId` is not the head, `draft-not-found`, and a sequence that is not higher. */
  appendJournal(args: {
    draftId: string;
    baseRevisionId: string;
    sequence: number;
    content: DraftContent;
    at: string;
  }): Promise<void>;
  /**
   * Keeps `content` (or, when null, the journal's newest state) as the new head and clears the journal entries it holds.
   * When the content equals the head's, the head is answered and nothing is written, unless `always` is set.
   */
  keepRevision(args: {
    draftId: string;
    revisionId: string;
    kind: RevisionKind;
    content: DraftContent | null;
    by: Signatory;
    at: string;
    always?: boolean;
  }): Promise<RevisionSummary>;
  /** Keeps the other side's version beside the head and marks the conflict. */
  keepIncoming(args: {
    draftId: string;
    revisionId: string;
    parentId: string | null;
    content: DraftContent;
    by: Signatory;
    at: string;
  }): Promise<RevisionSummary>;
  clearIncoming(args: { draftId: string }): Promise<void>;
  /** In order of sequence, the newest first. */
  listRevisions(args: { draftId: string }): Promise<readonly RevisionSummary[]>;
  readRevision(args: { revisionId: string }): Promise<StoredRevision | null>;
  findRevisionByHash(args: { draftId: string; contentHash: string }): Promise<RevisionSummary | null>;
  setDraftState(args: { draftId: string; state: DraftState; at: string }): Promise<DraftSummary>;
  setTrashed(args: { draftId: string; trashedAt: string | null; at: string }): Promise<DraftSummary>;
}
