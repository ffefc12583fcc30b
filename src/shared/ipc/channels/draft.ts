import { z } from 'zod';
import { idSchema, momentSchema, sha256Schema } from '../../ids.ts';
import { assetSchema } from '../../model/asset.ts';
import { commentSchema } from '../../model/comment.ts';
import { draftContentSchema, draftStateSchema, draftSummarySchema, trashFactsSchema } from '../../model/draft.ts';
import { editHistorySchema } from '../../model/edit-history.ts';
import { reviewRecordSchema } from '../../model/review.ts';
import { revisionSummarySchema } from '../../model/revision.ts';
import { sheetPlaceSchema } from '../../model/sheet-place.ts';
import { similarDraftSchema } from '../../model/similar-draft.ts';
import { searchHitSchema } from '../../search/search-hit.ts';
import { channel } from '../channel.ts';

/** The filters of the list, in the order in which they are shown. `to-review` is what this person may decide now. */
export const draftFilters = ['mine', 'to-review', 'returned', 'to-publish', 'published', 'all', 'trash'] as const;
export const draftFilterSchema = z.enum(draftFilters);
export type DraftFilter = z.infer<typeof draftFilterSchema>;

export const draftSortSchema = z.enum(['updated', 'planned', 'number', 'headline', 'state']);
export type DraftSort = z.infer<typeof draftSortSchema>;

/** A draft as the sheet opens it. `content` holds the newest words: the journal's when it is ahead of the revision. */
export const openDraftSchema = z.strictObject({
  summary: draftSummarySchema,
  content: draftContentSchema,
  /** The revision that the content builds on. */
  revision: revisionSummarySchema,
  /** Highest journal sequence number so far; the next save carries a higher one. */
  journalSequence: z.int().min(0),
  /** Words were found in the journal that no revision held: the app did not close well. */
  recovered: z.boolean(),
  reviews: z.array(reviewRecordSchema),
  comments: z.array(commentSchema),
  assets: z.array(assetSchema),
  /** The other side's version, when both changed. */
  incoming: revisionSummarySchema.nullable(),
  /** What can be taken back and done again; leads to `content`. */
  history: editHistorySchema,
});
export type OpenDraft = z.infer<typeof openDraftSchema>;

export const draftValuesSchema = z.strictObject({
  states: z.record(draftStateSchema, z.int().min(0)),
  /** By id; the empty one stands for drafts without a column. */
  columns: z.record(z.string(), z.int().min(0)),
  /** The busiest first. */
  authors: z.array(z.strictObject({ name: z.string(), drafts: z.int().min(1) })),
});
export type DraftValues = z.infer<typeof draftValuesSchema>;

const draftId = z.strictObject({ draftId: idSchema });
const cursorSchema = z.string().max(200);

export const draftChannels = {
  'draft:list': channel(
    z.strictObject({
      filter: draftFilterSchema,
      sort: draftSortSchema,
      /** The other way round. */
      reversed: z.boolean().default(false),
      /** Words and filters as they were typed (see `search/query`); empty for all. */
      query: z.string().max(200),
      /** Finds words that only earlier versions have, too. */
      earlier: z.boolean().default(false),
      cursor: cursorSchema.nullable(),
      limit: z.int().min(1).max(200),
    }),
    z.strictObject({
      items: z.array(draftSummarySchema),
      /** Where the searched words stand, one for each item; empty when no words are searched. */
      hits: z.array(searchHitSchema.nullable()),
      /** What belongs to each item of the trash; empty for other filters. */
      trash: z.array(trashFactsSchema),
      next: cursorSchema.nullable(),
      /** How many drafts each filter shows; of those that the query finds, where there is one. */
      counts: z.record(draftFilterSchema, z.int().min(0)),
      /** Drafts whose newest words are not in the index yet. */
      waiting: z.int().min(0),
    }),
  ),
  /** How many drafts outside the trash have each value that a search can be narrowed by. */
  'draft:count-values': channel(z.strictObject({}), draftValuesSchema),
  /** Drafts and packages that seem to tell of the same event as this draft in its newest saved words, the likeliest first. */
  'draft:find-similar': channel(draftId, z.array(similarDraftSchema)),
  'draft:create': channel(z.strictObject({}), openDraftSchema),
  'draft:open': channel(draftId, openDraftSchema),
  /** Autosave. Answers only after the entry is durable; `savedAt` is what 已保存 shows. */
  'draft:save-journal': channel(
    draftId.extend({ baseRevisionId: idSchema, sequence: z.int().min(1), content: draftContentSchema }),
    // What reviewers would sign of these words, so that the window need not reckon it while somebody types.
    z.strictObject({ savedAt: momentSchema, contentHash: sha256Schema, exactHash: sha256Schema }),
  ),
  /**
   * Keeps the undo history of the words whose canonical JSON has this SHA-256. Answers false, and keeps the earlier one,
   * when the newest words are others by now: the next save brings it.
   */
  'draft:save-history': channel(
    draftId.extend({ exactHash: sha256Schema, history: editHistorySchema }),
    z.strictObject({ kept: z.boolean() }),
  ),
  /** Where the present person left the draft; null where that is not known. */
  'draft:read-place': channel(draftId, sheetPlaceSchema.nullable()),
  'draft:keep-place': channel(draftId.extend({ place: sheetPlaceSchema }), z.strictObject({})),
  /** Keeps the journal's newest state as a revision. Answers the newest revision, also when nothing had changed. */
  'draft:save-revision': channel(draftId.extend({ kind: z.enum(['manual', 'timed']) }), revisionSummarySchema),
  'draft:list-revisions': channel(draftId, z.array(revisionSummarySchema)),
  'draft:read-revision': channel(
    z.strictObject({ revisionId: idSchema }),
    z.strictObject({ revision: revisionSummarySchema, content: draftContentSchema }),
  ),
  /** Brings an old revision back as a new one. */
  'draft:restore-revision': channel(z.strictObject({ revisionId: idSchema }), openDraftSchema),
  /** Ends a conflict: goes on with this side or with the incoming one. Both stay in the history. */
  'draft:resolve-conflict': channel(draftId.extend({ keep: z.enum(['mine', 'incoming']) }), openDraftSchema),
  'draft:trash': channel(draftId, draftSummarySchema),
  'draft:untrash': channel(draftId, draftSummarySchema),
  /** Deletes a draft of the trash for good. Refuses `draft-not-in-trash` and `draft-packaged`. */
  'draft:purge': channel(draftId, z.strictObject({})),
} as const;
