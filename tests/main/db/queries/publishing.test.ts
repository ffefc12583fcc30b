import type { Database } from 'better-sqlite3';
import { beforeEach, describe, expect, test } from 'vitest';
import { queries } from '#main/db/queries/registry.ts';
import type { PackageRecord } from '#shared/model/package-record.ts';
import type { Receipt } from '#shared/model/receipt.ts';
import type { Upload } from '#shared/model/upload.ts';
import { freshId, insertDraft } from '#tests/builders/database-draft.ts';
import { sha256 } from '#tests/builders/review-record.ts';
import { openTestDatabase } from '#tests/helpers/open-test-database.ts';

const at = '2026-11-23T09:00:00.000Z';
let database: Database;
let built: PackageRecord;

beforeEach(async () => {
  database = await openTestDatabase();
  const draft = insertDraft(database);
  built = {
    id: freshId(),
    draftId: draft.summary.id,
    revisionId: draft.head.id,
    name: 'TSZJ-20261123-0001-r1',
    zipSha256: sha256('zip'),
    bytes: 1000,
    path: 'packages/TSZJ-20261123-0001-r1.zip',
    createdAt: at,
  };
  queries.insertPackage(database, { record: built });
});

function uploadOf(record: PackageRecord): Upload {
  return {
    id: freshId(),
    packageId: record.id,
    draftId: record.draftId,
    packageName: record.name,
    targetId: 'portal',
    targetName: '局门户',
    zipSha256: record.zipSha256,
    bytes: record.bytes,
    offset: 0,
    state: 'queued',
    attempts: 0,
    nextTryAt: null,
    lastError: null,
    tusUrl: '',
    receipt: null,
    createdAt: at,
    updatedAt: at,
  };
}

const receipt: Receipt = {
  body: {
    format: 'gaoqian-receipt',
    version: 1,
    packageName: 'TSZJ-20261123-0001-r1',
    draftId: 'draft',
    zipSha256: sha256('zip'),
    files: [{ path: 'data/index.html', sha256: sha256('page') }],
    pageUrl: 'https://portal.example.gov.cn/1.html',
    publishedAt: at,
    portal: '示例门户',
  },
  publicKey: 'a2V5',
  signature: 'c2ln',
};

describe('packages', () => {
  test('of a draft come back, the newest first', () => {
    const second = { ...built, id: freshId(), name: 'TSZJ-20261123-0001-r2' };
    queries.insertPackage(database, { record: second });
    expect(queries.listPackages(database, { draftId: built.draftId })).toEqual([second, built]);
    expect(queries.readPackage(database, { packageId: built.id })).toEqual(built);
    expect(queries.readPackage(database, { packageId: freshId() })).toBeNull();
  });
});

describe('the upload queue', () => {
  test('keeps every turn of an upload, and the first receipt for good', () => {
    const upload = uploadOf(built);
    queries.saveUpload(database, { upload });
    expect(queries.readUpload(database, { uploadId: upload.id })).toEqual(upload);
    const waiting: Upload = {
      ...upload,
      state: 'waiting',
      attempts: 2,
      offset: 512,
      nextTryAt: at,
      lastError: { code: 'portal-unreachable', params: { attempts: 2 } },
      tusUrl: 'https://portal.example.gov.cn/files/1',
    };
    queries.saveUpload(database, { upload: waiting });
    expect(queries.findUploadOfPackage(database, { packageId: built.id, targetId: 'portal' })).toEqual(waiting);
    expect(queries.findUploadOfPackage(database, { packageId: built.id, targetId: 'other' })).toBeNull();
    expect(queries.listOpenUploads(database)).toEqual([waiting]);
    const published: Upload = { ...waiting, state: 'published', lastError: null, nextTryAt: null, receipt };
    queries.saveUpload(database, { upload: published });
    queries.saveUpload(database, { upload: { ...published, receipt: { ...receipt, signature: 'b3RoZXI=' } } });
    expect(queries.listUploads(database)).toEqual([published]);
    expect(queries.listOpenUploads(database)).toEqual([]);
    expect(() => database.exec('DELETE FROM receipts')).toThrow('receipts are kept');
  });

  test('has one upload for each package and hash', () => {
    queries.saveUpload(database, { upload: uploadOf(built) });
    expect(() => queries.saveUpload(database, { upload: uploadOf(built) })).toThrow('UNIQUE');
    expect(queries.listUploads(database)).toHaveLength(1);
  });
});
