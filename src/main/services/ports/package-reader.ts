import type { DraftContent } from '#shared/model/draft.ts';
import type { PackageChecks, PackageImages, PackageReview, PageMeta } from '#shared/model/package.ts';
import type { VerifyReport } from '#shared/model/package-record.ts';
import type { ExchangedDraft, ExchangeFile } from '#shared/model/exchange-file.ts';
import type { ReviewFile, Signer } from '#shared/model/review-file.ts';

export type BagKind = 'package' | 'review-file' | 'exchange';

/** Numbers beyond which an archive is refused; `defaultArchiveLimits` are those of the format. */
export interface ArchiveLimits {
  readonly entries: number;
  readonly archiveBytes: number;
  readonly entryBytes: number;
  readonly unpackedBytes: number;
  /** Unpacked to packed size, for entries above `ratioFromBytes`. */
  readonly ratio: number;
  readonly ratioFromBytes: number;
}

/** A key that a review or exchange file carries; trusted only after a person said so. */
export interface OfferedKey {
  readonly fingerprint: string;
  readonly publicKey: string;
  readonly name: string;
}

/** Which keys are believed. */
export interface KeyRing {
  /** Base64 of the public key with this key id, null when it is unknown. `offered` is null for packages. */
  find(fingerprint: string, offered: OfferedKey | null): Promise<string | null>;
}

export interface ReadOptions {
  readonly keyRing: KeyRing;
  readonly limits?: Partial<ArchiveLimits>;
  /** Where the fresh folder is made; the system's temporary folder when left out. */
  readonly temporaryFolder?: string;
  /** Waited for before each file, so that others get the processor. */
  readonly giveWay?: () => Promise<void>;
}

interface ReadBagFile {
  /** Below the top folder: `data/index.html`. */
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** Files that lie unpacked, and where. */
export interface UnpackedFiles {
  /** Absolute path of the unpacked top folder inside a fresh temporary folder. */
  readonly folder: string;
  /** All files, sorted by path. */
  readonly files: readonly ReadBagFile[];
}

/** What every bag that passed holds. Its files lie unpacked in `folder` until `dispose` is called. */
export interface ReadBag extends UnpackedFiles, ProvenZip {
  /** Name of the one top folder. */
  readonly name: string;
  readonly content: DraftContent;
  /** SHA-256 of the content, comment marks aside. */
  readonly contentHash: string;
  /** Fingerprint of the key that signed. */
  readonly signedBy: string;
  /** Deletes the temporary folder. */
  dispose(): Promise<void>;
}

export interface ReadPackage extends ReadBag {
  readonly pageMeta: PageMeta;
  readonly images: PackageImages;
  readonly review: PackageReview;
  readonly checks: PackageChecks;
}

export interface ReadReviewFile extends ReadBag {
  readonly reviewFile: ReviewFile;
  readonly signer: Signer;
}

export interface ReadExchangeFile extends Omit<ReadBag, 'content' | 'contentHash'> {
  readonly exchange: ExchangeFile;
  readonly signer: Signer;
  /** One of its drafts; all were proven when the file was read. */
  readDraft(draftId: string): Promise<ExchangedDraft>;
}

/** What is known of a zip that was proven and not unpacked. */
export interface ProvenZip {
  readonly zipSha256: string;
  readonly zipBytes: number;
}

/**
 * Reads bags. Each refusal is an `AppError` with its own code (`archive-*`, `bag-*`, `signature-*`, `metadata-*`, …)
 * and leaves nothing behind.
 */
export interface PackageReader {
  readPackage(zipPath: string, options: ReadOptions): Promise<ReadPackage>;
  /** Also refuses `review-key-unknown {fingerprint, name}`. */
  readReviewFile(zipPath: string, options: ReadOptions): Promise<ReadReviewFile>;
  /** Also refuses `review-key-unknown {fingerprint, name}`. */
  readExchangeFile(zipPath: string, options: ReadOptions): Promise<ReadExchangeFile>;
  /** Judges a zip as reading it would, and unpacks nothing: for what was just written. */
  prove(zipPath: string, kind: BagKind, options: ReadOptions): Promise<ProvenZip>;
  /** Never throws for what a file holds: tells every refusal. Refuses `file-vanished` and `file-unreadable`. */
  verifyPackage(zipPath: string, options: ReadOptions): Promise<VerifyReport>;
}
