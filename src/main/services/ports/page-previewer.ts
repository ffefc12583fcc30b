import type { Asset } from '#shared/model/asset.ts';
import type { ReviewRecord } from '#shared/model/review.ts';
import type { BureauProfile } from '#shared/model/bureau-profile.ts';
import type { ReadPackage } from './package-reader.ts';
import type { PackageInputs } from './package-writer.ts';

export interface PreviewInputs extends Pick<
  PackageInputs,
  'draftId' | 'number' | 'revision' | 'content' | 'profile' | 'at'
> {
  readonly assets: readonly Asset[];
}

type UnpackedPage = Pick<ReadPackage, 'folder' | 'pageMeta'>;

export interface PreviewedPage {
  readonly html: string;
  /** Which rendition (by SHA-256) stands behind `images/01.jpg`, relative to the page. */
  readonly pictures: ReadonlyMap<string, string>;
  /** The same for `attachments/01.pdf`, with the name that readers see. */
  readonly attachments: ReadonlyMap<string, { readonly sha256: string; readonly name: string }>;
}

export interface SignOffInputs extends Pick<PackageInputs, 'number' | 'content' | 'profile' | 'at'> {
  readonly authorName: string;
  readonly records: readonly ReviewRecord[];
  readonly contentHash: string;
  /** Warnings that somebody let stand: what was found, why it stays, who says so. */
  readonly waived: readonly { readonly found: string; readonly reason: string; readonly name: string }[];
  /** Where these words are out, and since when; none before that. */
  readonly published: readonly { readonly at: string; readonly pageUrl: string }[];
}

/** A draft in the forms that its package and its paper will have, byte for byte for the same name and time. */
export interface PagePreviewer {
  /** The page as the portal will show it; `large` is 大字版. */
  page(inputs: PreviewInputs, view: 'standard' | 'large'): PreviewedPage;
  /** The page of a package that lies unpacked, as the portal will show it. */
  packedPage(read: UnpackedPage, profile: BureauProfile, view: 'standard' | 'large'): Promise<string>;
  /** 稿签: the sheet that goes with the release. */
  signOff(inputs: SignOffInputs): string;
  /** `data/wechat.html` and `data/article.txt` of the package. */
  texts(inputs: PreviewInputs): { readonly wechat: string; readonly text: string };
  /** What the pages load by an absolute address, such as the style sheet. */
  readonly files: ReadonlyMap<string, { readonly type: string; readonly text: string }>;
}
