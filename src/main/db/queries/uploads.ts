import type { Database } from 'better-sqlite3';
import { codedErrorSchema } from '#shared/errors.ts';
import { receiptSchema, type Receipt } from '#shared/model/receipt.ts';
import type { Upload, UploadState } from '#shared/model/upload.ts';
import { inTransaction, sql } from '../statements.ts';
import type { Queries } from './store-queries.ts';

/** A line of `uploads` with the portal's receipt beside it. */
interface UploadRow {
  id: string;
  package_id: string;
  draft_id: string;
  package_name: string;
  target_id: string;
  target_name: string;
  zip_sha256: string;
  bytes: number;
  offset: number;
  state: UploadState;
  attempts: number;
  next_try_at: string | null;
  last_error: string | null;
  tus_url: string;
  receipt: string | null;
  created_at: string;
  updated_at: string;
}

const selectUploads = 'SELECT uploads.*, receipt FROM uploads LEFT JOIN receipts ON upload_id = uploads.id';

function rowToUpload(row: UploadRow): Upload {
  return {
    id: row.id,
    packageId: row.package_id,
    draftId: row.draft_id,
    packageName: row.package_name,
    targetId: row.target_id,
    targetName: row.target_name,
    zipSha256: row.zip_sha256,
    bytes: row.bytes,
    offset: row.offset,
    state: row.state,
    attempts: row.attempts,
    nextTryAt: row.next_try_at,
    lastError: row.last_error === null ? null : codedErrorSchema.parse(JSON.parse(row.last_error)),
    tusUrl: row.tus_url,
    receipt: row.receipt === null ? null : receiptSchema.parse(JSON.parse(row.receipt)),
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}

export const uploadQueries: Queries<
  'saveUpload' | 'readUpload' | 'findUploadOfPackage' | 'listUploads' | 'listOpenUploads'
> = {
  saveUpload(database, { upload }) {
    inTransaction(database, () => {
      const { receipt, lastError, ...columns } = upload;
      sql(
        database,
        `INSERT INTO uploads (id, package_id, draft_id, package_name, target_id, target_name, zip_sha256, bytes, "offset", state, attempts,
           next_try_at, last_error, tus_url, created_at, updated_at)
         VALUES (@id, @packageId, @draftId, @packageName, @targetId, @targetName, @zipSha256, @bytes, @offset, @state, @attempts,
           @nextTryAt, @lastError, @tusUrl, @createdAt, @updatedAt)
         ON CONFLICT (id) DO UPDATE SET "offset" = excluded."offset", state = excluded.state,
           attempts = excluded.attempts, next_try_at = excluded.next_try_at, last_error = excluded.last_error,
           tus_url = excluded.tus_url, updated_at = excluded.updated_at`,
      ).run({ ...columns, lastError: lastError === null ? null : JSON.stringify(lastError) });
      if (receipt) keepReceipt(database, upload.id, receipt);
    });
  },

  readUpload(database, { uploadId }) {
    const row = sql<[string], UploadRow>(database, `${selectUploads} WHERE uploads.id = ?`).get(uploadId);
    return row ? rowToUpload(row) : null;
  },

  findUploadOfPackage(database, { packageId, targetId }) {
    const row = sql<[string, string], UploadRow>(
      database,
      `${selectUploads} WHERE package_id = ? AND target_id = ? ORDER BY number DESC LIMIT 1`,
    ).get(packageId, targetId);
    return row ? rowToUpload(row) : null;
  },

  listUploads(database) {
    return sql<[], UploadRow>(database, `${selectUploads} ORDER BY number DESC LIMIT 200`).all().map(rowToUpload);
  },

  listOpenUploads(database) {
    return sql<[], UploadRow>(
      database,
      `${selectUploads} WHERE state IN ('queued', 'sending', 'verifying', 'waiting') ORDER BY number`,
    )
      .all()
      .map(rowToUpload);
  },
};

/** The first receipt of an upload stands; the portal does not take one back. */
function keepReceipt(database: Database, uploadId: string, receipt: Receipt): void {
  sql(
    database,
    `INSERT INTO receipts (upload_id, zip_sha256, page_url, published_at, receipt)
     VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
  ).run(uploadId, receipt.body.zipSha256, receipt.body.pageUrl, receipt.body.publishedAt, JSON.stringify(receipt));
}
