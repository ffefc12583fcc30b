import { expect, test } from 'vitest';
import { allRows, databaseAt, insertDraftOfVersion10, migrateTo } from '#tests/helpers/migrate-to.ts';

test('0200 keeps every row; what was marked without use stays so since the same day', async () => {
  const database = await databaseAt(190);
  insertDraftOfVersion10(database);
  database.exec(`
    INSERT INTO assets (sha256, name, type, bytes, width, height, had_location, has_original, display_sha256,
      display_width, display_height, display_bytes, thumbnail_sha256, thumbnail_width, thumbnail_height, thumbnail_bytes)
    VALUES ('a', 'a.jpg', 'image/jpeg', 1, 1, 1, 0, 1, 'd', 1, 1, 1, 't', 1, 1, 1);
    INSERT INTO days_of_use VALUES (7, '2026-11-28');
    INSERT INTO unused_pictures VALUES ('a', 7);
  `);
  const { unused_pictures, ...others } = allRows(database);
  migrateTo(database, 200);
  expect(allRows(database)).toEqual({ ...others, unused_files: unused_pictures });
});
