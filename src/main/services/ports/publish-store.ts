import type { PackageRecord } from '#shared/model/package-record.ts';
import type { Upload } from '#shared/model/upload.ts';

/** Packages that were built here and the queue that sends them. */
export interface PublishStore {
  insertPackage(args: { record: PackageRecord }): Promise<void>;
  readPackage(args: { packageId: string }): Promise<PackageRecord | null>;
  /** The newest first. */
  listPackages(args: { draftId: string }): Promise<readonly PackageRecord[]>;
  /** Inserts or replaces the row of this upload id. One upload for each package, hash and target: a second is refused by the table. */
  saveUpload(args: { upload: Upload }): Promise<void>;
  readUpload(args: { uploadId: string }): Promise<Upload | null>;
  findUploadOfPackage(args: { packageId: string; targetId: string }): Promise<Upload | null>;
  /** The newest first, at most 200. */
  listUploads(): Promise<readonly Upload[]>;
  /** Those that the queue still has to do with, however many: queued, sending, verifying, waiting. The oldest first. */
  listOpenUploads(): Promise<readonly Upload[]>;
}
