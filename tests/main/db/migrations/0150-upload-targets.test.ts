import { expect, test } from 'vitest';
import { allRows, databaseAt, insertDraftOfVersion10, migrateTo } from '#tests/helpers/migrate-to.ts';

test('0150 gives every upload the portal there was, and keeps its receipt for good', async () => {
  const database = await databaseAt(140);
  insertDraftOfVersion10(database);
  database.exec(`
    INSERT INTO packages VALUES (1, 'p', 'd1', 'r1', 'TSZJ-20261123-0001-r1', 'hash', 10, '/p.zip', 't1');
    INSERT INTO uploads VALUES (1, 'u', 'p', 'd1', 'TSZJ-20261123-0001-r1', 'hash', 10, 10, 'published', 1, NULL, NULL, '',
      't1', 't2');
    INSERT INTO receipts VALUES ('u', 'hash', 'https://portal.example/1/', 't2', '{}');
  `);
  const before = allRows(database);
  migrateTo(database, 150);
  const after = allRows(database);
  expect(after).toEqual({
    ...before,
    uploads: before['uploads']?.map((row) => ({ ...(row as object), target_id: 'portal', target_name: '' })),
  });
  expect(() => database.exec('DELETE FROM receipts')).toThrow('receipts are kept');
  expect(() => database.exec("DELETE FROM uploads WHERE id = 'u'")).toThrow(/FOREIGN KEY/);
  const insert = database.prepare(
    `INSERT INTO uploads (id, package_id, draft_id, package_name, target_id, target_name, zip_sha256, bytes, "offset", state,
       attempts, tus_url, created_at, updated_at)
     VALUES (?, 'p', 'd1', 'n', ?, '', 'hash', 10, 0, 'delivered', 0, '', 't', 't')`,
  );
  insert.run('u2', 'stick');
  expect(() => insert.run('u3', 'stick')).toThrow(/UNIQUE/);
});
