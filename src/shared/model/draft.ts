import { z } from 'zod';
import { canonicalJson, stripComments } from '../document/canonical.ts';
import { documentSchema, emptyDocument } from '../document/schema.ts';
import { idSchema, momentSchema } from '../ids.ts';
import { attachmentSchema, mostAttachments } from './attachment.ts';
import { packageNameSchema } from './package-name.ts';
import type { BureauProfile } from './bureau-profile.ts';

/** 原创 or 转载; a reprint names where it first stood. */
export const originSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('original') }),
  z.strictObject({ kind: z.literal('reprint'), source: z.string(), url: z.string() }),
]);

/**
 * 更正 or 撤稿 of what is live. Part of the content, so that reviewers sign it: the sign-off of the first publication
 * does not stand for it.
 */
export const amendmentSchema = z.strictObject({
  kind: z.enum(['correct', 'withdraw']),
  /** The package that is live. */
  replaces: packageNameSchema,
  /** Readers see it with a correction; of a withdrawal it is kept for the record. */
  reason: z.string().trim().min(2).max(200),
  /** The time that the first version of the page gives as its own; corrections keep it. */
  publishedAt: momentSchema,
  /** When it was begun. */
  at: momentSchema,
});
export type Amendment = z.infer<typeof amendmentSchema>;

/** What the page says about itself. All fields may be empty while a draft is written; checks ask for them later. */
export const draftMetadataSchema = z.strictObject({
  headline: z.string(),
  subheadline: z.string(),
  /**
   * 列表标题, which stands for a long headline in the portal's lists. Left out while there is none, so that drafts without
   * one read and hash as before it was known (decision 0011).
   */
  listTitle: z.string().min(1).exactOptional(),
  /** Id of a column of the profile, or empty. */
  columnId: z.string(),
  origin: originSchema,
  contentSource: z.string(),
  authors: z.array(z.string()),
  keywords: z.array(z.string()),
  abstract: z.string(),
  /** When the page shall appear; null for "as soon as it is uploaded". */
  plannedAt: momentSchema.nullable(),
  contactPhone: z.string(),
  contactEmail: z.string(),
  /** 附件, in the order in which readers see them. Left out while there is none (decision 0011). */
  attachments: z.array(attachmentSchema).min(1).max(mostAttachments).exactOptional(),
  /** Left out by a first publication (decision 0011). */
  amendment: amendmentSchema.exactOptional(),
});
export type DraftMetadata = z.infer<typeof draftMetadataSchema>;

/** The metadata as fields that a person fills in: all are there, what is left out is empty. An amendment is none of them. */
export type MetadataFields = Required<Omit<DraftMetadata, 'amendment'>>;

export function metadataFields(metadata: DraftMetadata): MetadataFields {
  return { listTitle: '', attachments: [], ...metadata };
}

/** The metadata with some of its fields filled in otherwise. */
export function fillMetadata(metadata: DraftMetadata, fields: Partial<MetadataFields>): DraftMetadata {
  const { listTitle, attachments, ...filled } = { ...metadataFields(metadata), ...fields };
  return {
    ...filled,
    ...(listTitle === '' ? {} : { listTitle }),
    ...(attachments.length === 0 ? {} : { attachments }),
  };
}

/** Everything a revision holds and reviewers sign (comment marks aside). */
export const draftContentSchema = z.strictObject({ metadata: draftMetadataSchema, document: documentSchema });
export type DraftContent = z.infer<typeof draftContentSchema>;

/** Where a draft stands; derived from its review records and publication, kept beside it for the list. */
export const draftStates = [
  'drafting',
  'first-review',
  'second-review',
  'final-review',
  'returned',
  'signed-off',
  'published',
] as const;
export const draftStateSchema = z.enum(draftStates);
export type DraftState = z.infer<typeof draftStateSchema>;

/** One line of the draft list. */
export const draftSummarySchema = z.strictObject({
  id: idSchema,
  /** Counts up in this data folder; part of the package's code. */
  number: z.int().min(1),
  headline: z.string(),
  columnId: z.string(),
  state: draftStateSchema,
  authorId: idSchema,
  authorName: z.string(),
  characters: z.int().min(0),
  /** Pictures, each of a group by itself. */
  figures: z.int().min(0),
  toConfirm: z.int().min(0),
  /** Sequence number of the newest revision. */
  revision: z.int().min(0),
  /** Both sides changed it: an incoming revision waits for a choice. */
  conflict: z.boolean(),
  createdAt: momentSchema,
  updatedAt: momentSchema,
  plannedAt: momentSchema.nullable(),
  trashedAt: momentSchema.nullable(),
});
export type DraftSummary = z.infer<typeof draftSummarySchema>;

/** What the trash says of a draft beside its line. */
export const trashFactsSchema = z.strictObject({
  /** Who moved it there; empty when nobody remembers. */
  byName: z.string(),
  revisions: z.int().min(1),
  comments: z.int().min(0),
  /** No package was built of it: it can be purged. */
  mayPurge: z.boolean(),
});
export type TrashFacts = z.infer<typeof trashFactsSchema>;

export function emptyMetadata(profile: BureauProfile): DraftMetadata {
  return {
    headline: '',
    subheadline: '',
    columnId: '',
    origin: { kind: 'original' },
    contentSource: profile.contentSources[0] ?? '',
    authors: [],
    keywords: [],
    abstract: '',
    plannedAt: null,
    contactPhone: profile.bureau.contactPhone,
    contactEmail: profile.bureau.contactEmail,
  };
}

export function emptyContent(profile: BureauProfile): DraftContent {
  return { metadata: emptyMetadata(profile), document: emptyDocument() };
}

/** Values that fill a boilerplate's blanks by themselves, by the blank's name. */
export function boilerplateFields(metadata: DraftMetadata, profile: BureauProfile): Record<string, string> {
  return {
    稿件来源: metadata.contentSource,
    单位: profile.bureau.name,
    单位简称: profile.bureau.shortName,
    网站名称: profile.site.siteName,
    联系电话: metadata.contactPhone,
    电子邮箱: metadata.contactEmail,
    作者: metadata.authors.join('、'),
  };
}

/**
 * The text whose SHA-256 (of its UTF-8 bytes) is a content's hash: canonical JSON of metadata and document, comment
 * marks aside. Reviews, packages and revisions all bind to this one.
 */
export function hashableContent(content: DraftContent): string {
  return canonicalJson({ metadata: content.metadata, document: stripComments(content.document) });
}
