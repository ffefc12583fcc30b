import { canonicalJson } from '#shared/document/canonical.ts';
import { AppError } from '#shared/errors.ts';
import { unpackRevision } from '#shared/exchange/pack-revisions.ts';
import { hashableContent } from '#shared/model/draft.ts';
import {
  exchangedDraftSchema,
  exchangeFileNameSchema,
  exchangeFileSchema,
  type ExchangedDraft,
} from '#shared/model/exchange-file.ts';
import { signerSchema } from '#shared/model/review-file.ts';
import type { ReadExchangeFile } from '#main/services/ports/package-reader.ts';
import { checksum } from '../files/checksum.ts';
import { attachmentsOfHistory } from '#shared/exchange/attachments-of-history.ts';
import { judgeAttachments } from './attachment-reading.ts';
import { invalid, judgeRecords, judgeRenditions, readMetadata } from './bag-metadata.ts';
import type { OpenBag } from './bag-reader.ts';
import { exchangedDraftPath } from './exchange-file-contents.ts';

type ExchangeParts = Pick<ReadExchangeFile, 'exchange' | 'signer' | 'readDraft'>;

/**
 * What an exchange file says, checked against its schemas and against itself: all drafts are read and proven before the
 * first is given out. Refuses as `readReviewFileParts`.
 */
export async function readExchangeParts(bag: OpenBag): Promise<ExchangeParts> {
  if (!exchangeFileNameSchema.safeParse(bag.name).success) throw invalid('bag-info.txt', 'External-Identifier');
  const file = 'metadata/exchange.json';
  const exchange = await readMetadata(bag, file, exchangeFileSchema);
  const signer = await readMetadata(bag, 'metadata/signer.json', signerSchema);
  const paths = exchange.draftIds.map(exchangedDraftPath);
  if (new Set(paths).size !== paths.length) throw invalid(file, 'draftIds');
  const foreign = [...bag.files.keys()].find((path) => path.startsWith('data/drafts/') && !paths.includes(path));
  if (foreign !== undefined) throw new AppError('bag-foreign-file', { path: foreign });
  judgeRenditions(bag, exchange.assets);
  const readDraft = async (draftId: string): Promise<ExchangedDraft> =>
    readMetadata(bag, exchangedDraftPath(draftId), exchangedDraftSchema);
  const lacking = new Set(exchange.lacking?.map(({ sha256 }) => sha256));
  for (const draftId of exchange.draftIds) {
    const draft = await readDraft(draftId);
    judgeDraft(draft, draftId);
    await judgeAttachments(
      bag,
      attachmentsOfHistory(draft).filter(({ sha256 }) => !lacking.has(sha256)),
    );
  }
  return { exchange, signer, readDraft };
}

function judgeDraft(draft: ExchangedDraft, draftId: string): void {
  const file = exchangedDraftPath(draftId);
  if (draft.draftId !== draftId) throw invalid(file, 'draftId');
  judgeHistory(draft, file);
  judgeRecords(draft.records, draftId, file);
  const ids = new Set(draft.revisions.map(({ id }) => id));
  if (!ids.has(draft.headId)) throw invalid(file, 'headId');
  if (draft.comments.some((comment) => comment.draftId !== draftId)) throw invalid(file, 'comments');
  if (draft.waivers.some((waiver) => waiver.draftId !== draftId)) throw invalid(file, 'waivers');
  const isForeign = draft.names.some((name) => name.draftId !== draftId || !ids.has(name.revisionId));
  if (isForeign) throw invalid(file, 'names');
}

/** Each version's words are those of its hash, and its link binds them to the version before. */
function judgeHistory(draft: ExchangedDraft, file: string): void {
  const links = new Map<string, string>();
  for (const [index, revision] of draft.revisions.entries()) {
    const content = unpackRevision(draft, revision);
    if (!content || links.has(revision.id)) throw invalid(file, `revisions.${index}`);
    const exactHash = checksum('sha256', canonicalJson(content));
    const link = checksum('sha256', `${links.get(revision.parentId ?? '') ?? ''}\n${exactHash}`);
    const isProven = link === revision.link && checksum('sha256', hashableContent(content)) === revision.contentHash;
    if (!isProven) throw invalid(file, `revisions.${index}`);
    links.set(revision.id, link);
  }
}
