import { assetsOf } from '#shared/document/walk.ts';
import { runChecks } from '#shared/house-style/engine.ts';
import type { BureauProfile } from '#shared/model/bureau-profile.ts';
import type { DraftContent } from '#shared/model/draft.ts';
import type { Finding } from '#shared/model/finding.ts';
import type { AssetStore } from './ports/asset-store.ts';

export interface CheckService {
  /** All findings of a draft's newest words; refuses `draft-not-found`. */
  checkDraft(draftId: string): Promise<readonly Finding[]>;
  /** All findings of this content. */
  check(content: DraftContent): Promise<readonly Finding[]>;
}

/** The house-style checks, as the package is judged by them; the window runs the same engine while a writer types. */
export function checkService(ports: {
  readonly assets: AssetStore;
  readonly readProfile: () => Promise<BureauProfile>;
  /** A draft's newest words: the journal's when it is ahead of the revision. Refuses `draft-not-found`. */
  readonly readContent: (draftId: string) => Promise<DraftContent>;
}): CheckService {
  const { assets, readProfile, readContent } = ports;

  async function check(content: DraftContent): Promise<readonly Finding[]> {
    const sha256s = assetsOf(content.document);
    const known = await assets.findAssets({ sha256s });
    const byHash = new Map(known.map((asset) => [asset.sha256, asset]));
    return runChecks(content, { profile: await readProfile(), assets: byHash });
  }

  return { check, checkDraft: async (draftId) => check(await readContent(draftId)) };
}
