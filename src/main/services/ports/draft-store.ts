import type { DraftFilter, DraftSort, DraftValues } from '#shared/ipc/channels/draft.ts';
import type { DraftContent, DraftState, DraftSummary, TrashFacts } from '#shared/model/draft.ts';
import type { EditHistory } from '#shared/model/edit-history.ts';
import type { Signatory } from '#shared/model/person.ts';
import type { RevisionKind, RevisionSummary } from '#shared/model/revision.ts';
import type { SimilarDraft } from '#shared/model/similar-draft.ts';
import type { DraftSearch } from '#shared/search/draft-search.ts';
import type { SearchHit } from '#shared/search/search-hit.ts';

/** The newest entry of a draft's journal that no revision holds yet. */
export interface JournalEntry {
  readonly sequence: number;
  readonly baseRevisionId: string;
  readonly content: DraftContent;
  readonly by: Signatory;
  readonly at: string;
}

/** A draft as stored: its line, its newest revision, and words that are newer still. */
export interface StoredDraft {
  readonly summary: DraftSummary;
  readonly author: Signatory;
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

/** A revision that comes from another data folder as it was kept there. */
export interface NewRevision {
  readonly id: string;
  readonly parentId: string | null;
  readonly kind: RevisionKind;
  readonly content: DraftContent;
  readonly by: Signatory;
  readonly at: string;
}

/**
 * Drafts, journal and revisions. Every write is one durable transaction; the promise settles after it is on disk.
 * A draft's state is derived from its review records and its newest words in the same transaction, so no edit can
 * leave an old sign-off standing.
 */
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
    /** The other way round. */
    reversed: boolean;
    search: DraftSearch;
    /** Finds words that only earlier revisions have, too. */
    earlier: boolean;
    cursor: string | null;
    limit: number;
    /** For `mine` and `to-review`. */
    personId: string;
    /** States that this person may decide: those that `to-review` shows. */
    reviewStates: readonly DraftState[];
  }): Promise<{
    items: readonly DraftSummary[];
    hits: readonly (SearchHit | null)[];
    /** What is known of each item in the trash; empty for other filters. */
    trash: readonly TrashFacts[];
    next: string | null;
    counts: Readonly<Record<DraftFilter, number>>;
    waiting: number;
  }>;
  /** What the drafts outside the trash can be narrowed by. */
  countDraftValues(): Promise<DraftValues>;
  /**
   * Other drafts, and packages of them, that seem to tell of the same event, the published first; none while the draft has too
   * little to tell by. Refuses `draft-not-found`.
   */
  findSimilarDrafts(args: { draftId: string }): Promise<readonly SimilarDraft[]>;
  /** Null when there is no such draft. */
  readDraft(args: { draftId: string }): Promise<StoredDraft | null>;
  /**
   * Refuses `draft-not-found`, `draft-locked` for a draft in the trash, and `stale-base` for a sequence that is not higher
   * or a base that is neither the head nor followed only by revisions that were kept from this journal itself. When much
   * of the words went at once, the state before is kept as a revision first. The draft's line and state follow.
   */
  appendJournal(args: {
    draftId: string;
    baseRevisionId: string;
    sequence: number;
    content: DraftContent;
    by: Signatory;
    at: string;
  }): Promise<{ readonly stateChanged: boolean; readonly contentHash: string; readonly exactHash: string }>;
  /**
   * Keeps `content` (or, when null, the journal's newest state) as the new head and clears the journal. Journal words that
   * the given content does not hold are kept as a revision of their own first. When the content equals the head's,
   * the head is answered and no revision is written, unless `always` is set. Refuses `draft-locked` for a draft in the trash.
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
  /**
   * Keeps the undo history of a draft whose newest words have this hash (SHA-256 of their canonical JSON, comment marks
   * included); answers false and keeps what it has when they have another one by now.
   */
  keepHistory(args: { draftId: string; exactHash: string; history: EditHistory }): Promise<{ readonly kept: boolean }>;
  /**
   * The history that leads to the newest words. Where those are not the words that it was kept with, its last step is the
   * difference. Empty when none was kept.
   */
  readHistory(args: { draftId: string }): Promise<EditHistory>;
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
  /**
   * Adds those of these revisions that are not here, each after its parent, to a draft that may not be here either; answers how
   * many came. The head among them becomes the draft's head (only while that is still the revision `over`, with no newer words in
   * the journal: `stale-base`), waits as the other side's version, or is history alone. Refuses `draft-locked` in the
   * trash, and `metadata-invalid` for the id of a revision that is here with other words.
   */
  addHistory(args: {
    draftId: string;
    author: Signatory;
    revisions: readonly NewRevision[];
    head: {
      readonly id: string;
      readonly becomes: 'head' | 'incoming' | 'history';
      readonly over: string | null;
    };
    at: string;
  }): Promise<{ readonly added: number }>;
  /** In order of sequence, the newest first. */
  listRevisions(args: { draftId: string }): Promise<readonly RevisionSummary[]>;
  readRevision(args: { revisionId: string }): Promise<StoredRevision | null>;
  findRevisionByHash(args: { draftId: string; contentHash: string }): Promise<RevisionSummary | null>;
  /** Content with this hash stands on the portal: the draft is `published` as long as its words are those. */
  markPublished(args: { draftId: string; contentHash: string; at: string }): Promise<DraftSummary>;
  /** `by` is who moved it to the trash; forgotten with a null `trashedAt`. */
  setTrashed(args: { draftId: string; trashedAt: string | null; at: string; by?: Signatory }): Promise<DraftSummary>;
  /**
   * Deletes a draft of the trash with everything that belonged to it, and writes the line `draft.purged` of the audit log in
   * the same transaction. Its review records are kept apart, its pictures stay in the media folder. Refuses
   * `draft-not-found`, `draft-not-in-trash`, and `draft-packaged` for one of which a package was built.
   */
  purgeDraft(args: { draftId: string; by: Signatory; at: string }): Promise<void>;
}
