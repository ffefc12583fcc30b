import type { BlockNode } from '../document/schema.ts';
import type { Asset } from '../model/asset.ts';
import type { BureauProfile } from '../model/bureau-profile.ts';
import type { DraftContent } from '../model/draft.ts';
import type { Fix, Severity } from '../model/finding.ts';
import type { PictureNote } from './picture-notes.ts';
import type { Span } from './pinyin.ts';

/** What checks may know besides the draft itself. */
export interface CheckContext {
  readonly profile: BureauProfile;
  /** Known pictures by the SHA-256 of their original. */
  readonly assets: ReadonlyMap<string, Asset>;
  /** Where else the pictures stand, by asset; left out where nobody looked. */
  readonly pictureNotes?: ReadonlyMap<string, readonly PictureNote[]>;
}

/** What a rule has to say; where it stands in the document is the engine's to add. */
export interface Remark {
  readonly rule: RuleName;
  readonly severity: Severity;
  readonly params: Readonly<Record<string, string | number>>;
  readonly fix?: Fix;
}

/** `span` counts UTF-16 units of the block's `blockText`; left out when the remark is about the whole block. */
export interface BlockRemark extends Remark {
  readonly span?: Span;
}

export interface MetadataRemark extends Remark {
  /** Name of a field of the draft's metadata. */
  readonly field: string;
}

/** Judges one block by itself, so its remarks can be kept while the block stays the same. */
export type BlockRule = (block: BlockNode, context: CheckContext) => readonly BlockRemark[];
/** Judges what the page says about itself. */
export type MetadataRule = (content: DraftContent, context: CheckContext) => readonly MetadataRemark[];

/** Every rule; its words for people stand in the renderer under `checks.<name>`. */
export const ruleNames = [
  // Params: field, and value where one is there.
  'metadata-required',
  'metadata-value',
  // count, limit
  'headline-length',
  'list-title-length',
  'abstract-length',
  'picture-missing',
  // width
  'picture-small',
  // figures, asset
  'picture-twice',
  // month, headline, asset, draftId
  'picture-used',
  'picture-in-draft',
  'picture-alike',
  'caption-missing',
  'caption-hidden',
  'caption-full-stop',
  'credit-missing',
  'alt-missing',
  // columns, width, limit
  'table-wide',
  // text
  'to-confirm',
  // host, text
  'external-link',
  // text
  'link-refused',
  'pinyin-residue',
  'half-width-punctuation',
  'dot-between-han',
  'blank-beside-stop',
  // text (masked), part
  'id-number',
  'mobile-number',
] as const;
export type RuleName = (typeof ruleNames)[number];
