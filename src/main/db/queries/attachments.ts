import { sql } from '../statements.ts';
import type { Queries } from './store-queries.ts';

export const attachmentQueries: Queries<'saveAttachment'> = {
  saveAttachment(database, { attachment: { sha256, type, bytes }, at }) {
    sql<[string, string, number, string]>(
      database,
      'INSERT INTO attachments (sha256, type, bytes, at) VALUES (?, ?, ?, ?) ON CONFLICT (sha256) DO NOTHING',
    ).run(sha256, type, bytes, at);
    // Whoever takes a file in is about to name it.
    sql<[string]>(database, 'DELETE FROM unused_files WHERE sha256 = ?').run(sha256);
  },
};
