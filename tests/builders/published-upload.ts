import type { PackageRecord } from '#shared/model/package-record.ts';
import type { Receipt } from '#shared/model/receipt.ts';
import type { Upload } from '#shared/model/upload.ts';

/** What the queue keeps of a package that a portal took. */
export function publishedUpload(record: PackageRecord, receipt: Receipt): Upload {
  return {
    id: record.id,
    packageId: record.id,
    draftId: record.draftId,
    packageName: record.name,
    targetId: 'portal',
    targetName: '局门户',
    zipSha256: record.zipSha256,
    bytes: record.bytes,
    offset: record.bytes,
    state: 'published',
    attempts: 1,
    nextTryAt: null,
    lastError: null,
    tusUrl: '',
    receipt,
    createdAt: record.createdAt,
    updatedAt: record.createdAt,
  };
}
