import { z } from 'zod';
import { idSchema, momentSchema, sha256Schema } from '../ids.ts';
import { attachmentTypes } from './attachment.ts';
import { amendmentSchema, originSchema } from './draft.ts';
import { findingSchema } from './finding.ts';
import { signatorySchema } from './person.ts';
import { reviewRecordSchema } from './review.ts';
import { columnSchema } from './bureau-profile.ts';

/** The tag files under `metadata/` of a publish-ready package; `docs/package-format.md` explains them to portals. */
export const packageVersion = 1;

/** `YYYY-MM-DD HH:mm`, Asia/Shanghai. */
const pageMinuteSchema = z.string().regex(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/);

/** A link of the text that leads away from the site. */
const externalLinkSchema = z.strictObject({
  href: z.string().min(1),
  host: z.string().min(1),
  /** Stands in the bureau's allow list (`*.gov.cn` and listed hosts): needs no leave-site prompt. */
  government: z.boolean(),
  text: z.string(),
});
export type ExternalLink = z.infer<typeof externalLinkSchema>;

/** A file for download, as the package names it and as readers know it. */
const packageAttachmentSchema = z.strictObject({
  /** Path below the package's top folder: `data/attachments/01.pdf`. */
  file: z.string().regex(/^data\/attachments\/\d{2}\.[a-z]+$/),
  name: z.string().min(1),
  /** The media type under which it is served. */
  type: z.enum(Object.values(attachmentTypes)),
  bytes: z.int().min(1),
  sha256: sha256Schema,
});
export type PackageAttachment = z.infer<typeof packageAttachmentSchema>;

/** `metadata/page-meta.json`: everything a page template needs beside the text. Empty optional tags are left out of the page. */
export const pageMetaSchema = z.strictObject({
  format: z.literal('gaoqian-page-meta'),
  version: z.literal(packageVersion),
  draftId: idSchema,
  site: z.strictObject({
    siteName: z.string().min(1),
    siteDomain: z.string().min(1),
    siteIdCode: z.string().regex(/^\d{10}$/),
  }),
  /** Where the page belongs. */
  column: columnSchema,
  article: z.strictObject({
    title: z.string().min(1),
    subheadline: z.string(),
    /** Stands for the title in lists; left out where there is none. */
    listTitle: z.string().min(1).exactOptional(),
    pubDate: pageMinuteSchema,
    contentSource: z.string().min(1),
    keywords: z.array(z.string()),
    author: z.string(),
    description: z.string(),
    /** Address of the first picture, empty without one. */
    image: z.string(),
    /** Proposed address of the page; the portal that publishes it may set its own. */
    url: z.string(),
  }),
  origin: originSchema,
  /** House style, set before captions and credits. */
  captionMark: z.string(),
  creditMark: z.string(),
  externalLinks: z.array(externalLinkSchema),
  /** In the order in which the page lists them; left out where there is none. */
  attachments: z.array(packageAttachmentSchema).min(1).exactOptional(),
  /** 发布, or the amendment (更正, 撤稿) as the reviewers signed it. */
  action: z.union([z.strictObject({ kind: z.literal('publish') }), amendmentSchema]),
});
export type PageMeta = z.infer<typeof pageMetaSchema>;

const pictureFileSchema = z.strictObject({
  /** Path below the package's top folder: `data/images/01.jpg`. */
  file: z.string().min(1),
  sha256: sha256Schema,
  width: z.int().min(1),
  height: z.int().min(1),
  bytes: z.int().min(1),
  type: z.literal('image/jpeg'),
});

/** `metadata/images.json`: the figures in the order of the text. A picture that stands twice has two entries and one file. */
export const packageImagesSchema = z.strictObject({
  format: z.literal('gaoqian-images'),
  version: z.literal(packageVersion),
  images: z.array(
    pictureFileSchema.extend({
      thumbnail: pictureFileSchema,
      caption: z.string(),
      alt: z.string(),
      decorative: z.boolean(),
      credit: z.string(),
      /** SHA-256 of the original, which stays with the bureau; figures of `document.json` name pictures by it. */
      sourceSha256: sha256Schema,
      /** Who holds the rights: the content source, or the first source of a reprint. */
      rights: z.string(),
    }),
  ),
});
export type PackageImages = z.infer<typeof packageImagesSchema>;

/** `metadata/review.json`: the sign-off chain, whole. `contentHash` is the SHA-256 of `data/document.json`. */
export const packageReviewSchema = z.strictObject({
  format: z.literal('gaoqian-review'),
  version: z.literal(packageVersion),
  draftId: idSchema,
  authorId: idSchema,
  contentHash: sha256Schema,
  records: z.array(reviewRecordSchema),
});
export type PackageReview = z.infer<typeof packageReviewSchema>;

/** `metadata/checks.json`: what the house-style checks said of this content, and why a remark was set aside. */
export const packageChecksSchema = z.strictObject({
  format: z.literal('gaoqian-checks'),
  version: z.literal(packageVersion),
  rulePack: z.strictObject({ version: z.string().min(1), sha256: sha256Schema }),
  findings: z.array(findingSchema),
  waivers: z.array(
    z.strictObject({
      findingId: z.string(),
      reason: z.string().min(1),
      by: signatorySchema,
      /** Left out by packages from before it was kept. */
      at: momentSchema.exactOptional(),
    }),
  ),
});
export type PackageChecks = z.infer<typeof packageChecksSchema>;
