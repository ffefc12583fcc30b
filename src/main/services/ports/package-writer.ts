import type { Asset } from '#shared/model/asset.ts';
import type { Attachment } from '#shared/model/attachment.ts';
import type { BureauProfile } from '#shared/model/bureau-profile.ts';
import type { DraftContent } from '#shared/model/draft.ts';
import type { Job } from '#shared/model/job.ts';
import type { PackageChecks } from '#shared/model/package.ts';
import type { ExchangedDraft } from '#shared/model/exchange-file.ts';
import type { NamedFile } from '#shared/model/named-file.ts';
import type { ReviewFile } from '#shared/model/review-file.ts';
import type { ReviewRecord } from '#shared/model/review.ts';
import type { SigningKey } from './key-store.ts';

/** Everything a package is made of. The same inputs give the same bytes. */
export interface PackageInputs {
  readonly draftId: string;
  readonly number: number;
  /** Sequence number of the revision that is packed. */
  readonly revision: number;
  readonly authorId: string;
  readonly content: DraftContent;
  readonly profile: BureauProfile;
  readonly records: readonly ReviewRecord[];
  readonly assets: readonly Asset[];
  readonly checks: Pick<PackageChecks, 'rulePack' | 'findings' | 'waivers'>;
  /** ISO 8601, UTC: the moment of building, and of publication when none is planned. */
  readonly at: string;
  /** Name and version of what writes it. */
  readonly agent: string;
  readonly key: SigningKey;
}

export interface ReviewFileInputs {
  readonly number: number;
  readonly revision: number;
  readonly content: DraftContent;
  readonly profile: BureauProfile;
  readonly reviewFile: ReviewFile;
  readonly signerName: string;
  readonly at: string;
  readonly agent: string;
  readonly key: SigningKey;
}

export interface ExchangeFileInputs {
  readonly drafts: readonly ExchangedDraft[];
  /** Rows of all pictures that stand in any version and are here. */
  readonly assets: readonly Asset[];
  /** The attachments of all versions that are here, each file once. */
  readonly attachments: readonly Attachment[];
  /** Pictures and attachments that are not. */
  readonly lacking: readonly NamedFile[];
  readonly profile: BureauProfile;
  readonly signerName: string;
  readonly at: string;
  readonly agent: string;
  readonly key: SigningKey;
}

export interface WriteOptions {
  readonly folder: string;
  /** Waited for before each file, so that others get the processor. */
  readonly giveWay?: () => Promise<void>;
  readonly signal?: AbortSignal;
  readonly onStep?: (step: Job['step'], done: number, total: number) => void;
}

export interface WrittenZip {
  readonly name: string;
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
}

/**
 * Writes a zip of the name that its inputs give into `folder`: temporary file, fsync, read back by our own reader,
 * rename. Never overwrites (`not-allowed`); `cancelled` leaves nothing behind; `asset-missing {asset}`.
 */
export interface PackageWriter {
  writePackage(inputs: PackageInputs, options: WriteOptions): Promise<WrittenZip>;
  writeReviewFile(inputs: ReviewFileInputs, options: WriteOptions): Promise<WrittenZip>;
  writeExchangeFile(inputs: ExchangeFileInputs, options: WriteOptions): Promise<WrittenZip>;
}
