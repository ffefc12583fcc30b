import type { RevisionName } from '#shared/model/revision-name.ts';

/** What people say of revisions; the revisions themselves are with the drafts. */
export interface VersionStore {
  /** In no order. */
  listRevisionNames(args: { draftId: string }): Promise<readonly RevisionName[]>;
  /** Takes the place of an earlier name. Refuses `not-found` for a revision that is none of this draft's. */
  saveRevisionName(args: { name: RevisionName }): Promise<void>;
  removeRevisionName(args: { revisionId: string }): Promise<void>;
}
