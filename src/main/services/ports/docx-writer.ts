import type { Asset } from '#shared/model/asset.ts';
import type { BureauProfile } from '#shared/model/bureau-profile.ts';
import type { DraftContent } from '#shared/model/draft.ts';

/** Everything a Word document is made of. The same inputs give the same bytes. */
export interface DocxInputs {
  readonly content: DraftContent;
  readonly profile: BureauProfile;
  readonly assets: readonly Asset[];
}

export interface DocxWriter {
  /**
   * Writes a new file and answers its size in bytes. Refuses `asset-missing`, `picture-broken`, `disk-full`,
   * `disk-error`, and `not-allowed` when the name is taken; nothing half-made stays.
   */
  write(inputs: DocxInputs, target: string): Promise<number>;
  /**
   * Writes into a folder under a title, or `title（2）` and so on: a document that is there already may have been worked
   * on and is never written over. Refuses as `write`.
   */
  writeInto(
    inputs: DocxInputs,
    folder: string,
    title: string,
  ): Promise<{ readonly name: string; readonly path: string; readonly bytes: number }>;
}
