import type { Asset } from '#shared/model/asset.ts';
import type { PackageInputs } from './package-writer.ts';

export interface PreviewInputs extends Pick<
  PackageInputs,
  'draftId' | 'number' | 'revision' | 'content' | 'profile' | 'at'
> {
  readonly assets: readonly Asset[];
  /** `large` is 大字版. */
  readonly view: 'standard' | 'large';
}

export interface PreviewedPage {
  readonly html: string;
  /** Which rendition (by SHA-256) stands behind `images/01.jpg`, relative to the page. */
  readonly pictures: ReadonlyMap<string, string>;
}

/** The page as the portal will show it, byte for byte, for the same package name and time. */
export interface PagePreviewer {
  preview(inputs: PreviewInputs): PreviewedPage;
  /** What every page loads by an absolute address, such as the style sheet. */
  readonly files: ReadonlyMap<string, { readonly type: string; readonly text: string }>;
}
