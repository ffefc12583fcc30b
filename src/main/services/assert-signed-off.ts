import { AppError } from '#shared/errors.ts';
import type { PackageRecord } from '#shared/model/package-record.ts';
import { signOffRefusal } from '#shared/review/may-review.ts';
import { sealedText } from '#shared/review/seal-record.ts';
import type { Hash } from './ports/hash.ts';
import type { Store } from './ports/store.ts';

/**
 * Whether the words in a package are signed off now: the sign-off may have been taken back, or the draft thrown away, since
 * the package was built. Throws what `signOffRefusal` says, `draft-locked` for a draft in the trash, `not-found`.
 */
export async function assertSignedOff(
  ports: { readonly store: Pick<Store, 'readDraft' | 'readRevision' | 'listReviewRecords'>; readonly hash: Hash },
  record: Pick<PackageRecord, 'draftId' | 'revisionId'>,
): Promise<void> {
  const { store, hash } = ports;
  const [draft, packed, records] = await Promise.all([
    store.readDraft({ draftId: record.draftId }),
    store.readRevision({ revisionId: record.revisionId }),
    store.listReviewRecords({ draftId: record.draftId }),
  ]);
  if (!draft || !packed) throw new AppError('not-found');
  if (draft.summary.trashedAt !== null) throw new AppError('draft-locked');
  const refusal = signOffRefusal(records, draft.summary.authorId, packed.revision.contentHash, (entry) =>
    hash.sha256(sealedText(entry)),
  );
  if (refusal) throw new AppError(refusal);
}
