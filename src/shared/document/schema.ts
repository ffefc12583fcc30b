import { z } from 'zod';
import { idSchema, sha256Schema } from '../ids.ts';
import { isRectangular, maxTableSide } from './table-grid.ts';

/**
 * The stored document: a closed set of nodes in a versioned envelope, shaped like Lexical's JSON (`type`, `children`)
 * without the fields that say nothing. One schema per node; unknown keys and types are refused.
 * Inline text is merged (no two neighbouring texts with equal formats), so equal documents have equal bytes.
 */
export const documentVersion = 1;

/** Sorted, without repeats. */
export const textFormats = ['bold', 'italic', 'subscript', 'superscript', 'underline'] as const;
export type TextFormat = (typeof textFormats)[number];

export const textSchema = z.strictObject({
  type: z.literal('text'),
  text: z.string().min(1),
  formats: z.array(z.enum(textFormats)).optional(),
});
export type TextNode = z.infer<typeof textSchema>;

export const lineBreakSchema = z.strictObject({ type: z.literal('linebreak') });

/** 【待核】: words that somebody still has to verify. The mark itself is rendered, never stored. May hold no words yet. */
export const toConfirmSchema = z.strictObject({ type: z.literal('to-confirm'), text: z.string() });
export type ToConfirmNode = z.infer<typeof toConfirmSchema>;

/** `url` has passed `sanitizeUrl` of `document/url.ts`. */
export const linkSchema = z.strictObject({
  type: z.literal('link'),
  url: z.string().min(1),
  children: z.array(z.discriminatedUnion('type', [textSchema, lineBreakSchema, toConfirmSchema])),
});
export type LinkNode = z.infer<typeof linkSchema>;

/** A span that comments refer to by the mark's ids. Not content: `stripComments` takes it away before hashing. */
export const commentMarkSchema = z.strictObject({
  type: z.literal('comment-mark'),
  ids: z.array(idSchema).min(1),
  children: z.array(z.discriminatedUnion('type', [textSchema, lineBreakSchema, toConfirmSchema, linkSchema])),
});
export type CommentMarkNode = z.infer<typeof commentMarkSchema>;

export const inlineSchema = z.discriminatedUnion('type', [
  textSchema,
  lineBreakSchema,
  toConfirmSchema,
  linkSchema,
  commentMarkSchema,
]);
export type InlineNode = z.infer<typeof inlineSchema>;
const inlineChildren = z.array(inlineSchema);

export const paragraphSchema = z.strictObject({
  type: z.literal('paragraph'),
  align: z.enum(['center', 'right']).optional(),
  children: inlineChildren,
});
export type ParagraphNode = z.infer<typeof paragraphSchema>;

/** The page's h1 is the headline, so headings in the text begin at 2. */
export const headingSchema = z.strictObject({
  type: z.literal('heading'),
  level: z.union([z.literal(2), z.literal(3), z.literal(4)]),
  children: inlineChildren,
});
export type HeadingNode = z.infer<typeof headingSchema>;

export const quoteSchema = z.strictObject({ type: z.literal('quote'), children: inlineChildren });

/** An item holds inline content, then at most one nested list. */
export interface ListItemNode {
  type: 'list-item';
  children: InlineNode[];
  nested?: ListNode | undefined;
}
export interface ListNode {
  type: 'list';
  ordered: boolean;
  /** First number of an ordered list; left out when 1. */
  start?: number | undefined;
  children: ListItemNode[];
}
export const listItemSchema: z.ZodType<ListItemNode> = z.strictObject({
  type: z.literal('list-item'),
  children: inlineChildren,
  get nested() {
    return z.optional(listSchema);
  },
});
export const listSchema = z.strictObject({
  type: z.literal('list'),
  ordered: z.boolean(),
  start: z.int().min(0).optional(),
  get children() {
    return z.array(listItemSchema).min(1);
  },
});

/** A cell holds inline content; what were its paragraphs elsewhere stand apart by line breaks. */
export const tableCellSchema = z.strictObject({
  type: z.literal('table-cell'),
  header: z.literal(true).optional(),
  /** How many columns it covers; left out when 1. */
  columns: z.int().min(2).max(maxTableSide).optional(),
  /** How many rows it covers; left out when 1. */
  rows: z.int().min(2).max(maxTableSide).optional(),
  children: inlineChildren,
});
export type TableCellNode = z.infer<typeof tableCellSchema>;

/** The cells that begin in this row; a row whose places are all covered from above has none. */
export const tableRowSchema = z.strictObject({
  type: z.literal('table-row'),
  children: z.array(tableCellSchema).max(maxTableSide),
});
export type TableRowNode = z.infer<typeof tableRowSchema>;

/** Its cells fill a rectangle: no gap, no overlap, nothing beyond the last row (`table-grid.ts`). */
export const tableSchema = z
  .strictObject({ type: z.literal('table'), children: z.array(tableRowSchema).min(1).max(maxTableSide) })
  .refine((table) => isRectangular(table.children), { error: 'not a rectangle' });
export type TableNode = z.infer<typeof tableSchema>;

const pictureFields = {
  asset: sha256Schema.nullable(),
  alt: z.string(),
  decorative: z.boolean().optional(),
};

/**
 * One picture of a figure. `asset` is the SHA-256 of the original; null while it waits for one.
 */
export const figurePictureSchema = z.strictObject(pictureFields);
export type FigurePicture = z.infer<typeof figurePictureSchema>;

/**
 * A picture with its caption and credit, one block. `children` is the caption without its mark (▲ is house style).
 * A group has one or two further pictures `beside` the first, under the same caption. A hidden caption is kept and not shown.
 */
export const figureSchema = z.strictObject({
  type: z.literal('figure'),
  ...pictureFields,
  beside: z.array(figurePictureSchema).min(1).max(2).optional(),
  captionHidden: z.literal(true).optional(),
  credit: z.string(),
  children: inlineChildren,
});
export type FigureNode = z.infer<typeof figureSchema>;

/**
 * House-style text by id and version of the bureau profile. `text` is the text as resolved when it was inserted or last
 * filled, so the document can be read where the profile is not. Locked but for `values`, its blanks by name.
 */
export const boilerplateSchema = z.strictObject({
  type: z.literal('boilerplate'),
  id: z.string().min(1),
  version: z.int().min(1),
  values: z.record(z.string(), z.string()),
  text: z.string(),
});
export type BoilerplateNode = z.infer<typeof boilerplateSchema>;

export const horizontalRuleSchema = z.strictObject({ type: z.literal('horizontal-rule') });

export const blockSchema = z.discriminatedUnion('type', [
  paragraphSchema,
  headingSchema,
  quoteSchema,
  listSchema,
  tableSchema,
  figureSchema,
  boilerplateSchema,
  horizontalRuleSchema,
]);
export type BlockNode = z.infer<typeof blockSchema>;

export const documentSchema = z.strictObject({
  format: z.literal('gaoqian-document'),
  version: z.literal(documentVersion),
  children: z.array(blockSchema),
});
export type Document = z.infer<typeof documentSchema>;

/** Every node type that can stand in a document; renderers and the editor prove that they know each one. */
export type DocumentNode = BlockNode | ListItemNode | TableRowNode | TableCellNode | InlineNode;

export function emptyDocument(): Document {
  return { format: 'gaoqian-document', version: documentVersion, children: [{ type: 'paragraph', children: [] }] };
}
