import { z } from 'zod';
import { blockSchema } from '../document/schema.ts';
import { attachmentSchema, mostAttachments } from './attachment.ts';
import { draftMetadataSchema, type MetadataFields } from './draft.ts';

/** A place in the words of a block: UTF-16 offset in its `blockText`. */
const storedPointSchema = z.strictObject({ block: z.int().min(0), offset: z.int().min(0) });
export type StoredPoint = z.infer<typeof storedPointSchema>;

/** What was selected, by places in the stored document. `units` are blocks that are selected as a whole. */
export const storedSelectionSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('words'), anchor: storedPointSchema, focus: storedPointSchema }),
  z.strictObject({ kind: z.literal('units'), blocks: z.array(z.int().min(0)).min(1) }),
]);
export type StoredSelection = z.infer<typeof storedSelectionSchema>;

const spliceSchema = z.strictObject({
  at: z.int().min(0),
  removed: z.array(blockSchema),
  inserted: z.array(blockSchema),
});

const fields = draftMetadataSchema.shape;
const someMetadataSchema = z.strictObject({
  headline: fields.headline.exactOptional(),
  subheadline: fields.subheadline.exactOptional(),
  /** Empty where there is none, for what is left out of a step did not change. */
  listTitle: z.string().exactOptional(),
  columnId: fields.columnId.exactOptional(),
  origin: fields.origin.exactOptional(),
  contentSource: fields.contentSource.exactOptional(),
  authors: fields.authors.exactOptional(),
  keywords: fields.keywords.exactOptional(),
  abstract: fields.abstract.exactOptional(),
  plannedAt: fields.plannedAt.exactOptional(),
  contactPhone: fields.contactPhone.exactOptional(),
  contactEmail: fields.contactEmail.exactOptional(),
  /** Empty where there is none, as with the title for lists. */
  attachments: z.array(attachmentSchema).max(mostAttachments).exactOptional(),
} satisfies Record<keyof MetadataFields, unknown>);

const metadataChangeSchema = z.strictObject({ before: someMetadataSchema, after: someMetadataSchema });
/** The fields of the metadata that changed, as they were and as they became. */
export type MetadataChange = z.infer<typeof metadataChangeSchema>;

/** How a change of the metadata goes into the history: as typing does, with the step before as one act, or as a step of its own. */
export type MetadataStep = 'typed' | 'joins' | 'alone';

/**
 * One step of the sheet's history: what it changed, in stored form, so that it outlives the editor. Selections are null
 * where the change was made beside the text (a credit, a field at the side).
 */
export const editStepSchema = z.strictObject({
  /** In order, without overlap; places count the blocks before the step (see `BlockSplice`). */
  splices: z.array(spliceSchema),
  metadata: metadataChangeSchema.nullable(),
  selectionBefore: storedSelectionSchema.nullable(),
  selectionAfter: storedSelectionSchema.nullable(),
});
export type EditStep = z.infer<typeof editStepSchema>;

/** How many steps back a person can go. */
export const longestHistory = 200;

/** What can be taken back and done again; the next one of each stands at the end. */
export const editHistorySchema = z.strictObject({
  undo: z.array(editStepSchema).max(longestHistory),
  redo: z.array(editStepSchema).max(longestHistory),
});
export type EditHistory = z.infer<typeof editHistorySchema>;

export const emptyHistory: EditHistory = { undo: [], redo: [] };
