import type { Database } from 'better-sqlite3';
import { systemIds } from '#main/files/system-ids.ts';
import { queries } from '#main/db/queries/registry.ts';
import type { StoredDraft } from '#main/services/ports/draft-store.ts';
import type { Store } from '#main/services/ports/store.ts';
import { contentOf } from './content.ts';
import { writer } from './signatory.ts';

const ids = systemIds();

export const createdAt = '2026-11-23T06:00:00.000Z';

/** A draft of the writer's, put straight into the database. */
export function insertDraft(
  database: Database,
  changes: Partial<Parameters<Store['createDraft']>[0]> = {},
): StoredDraft {
  return queries.createDraft(database, {
    draftId: ids.next(),
    revisionId: ids.next(),
    kind: 'created',
    content: contentOf('一则消息'),
    by: writer,
    author: writer,
    at: createdAt,
    ...changes,
  });
}

/** Notes that a package of a draft's head was built. */
export function insertPackage(database: Database, { summary, head }: StoredDraft, at = createdAt): void {
  queries.insertPackage(database, {
    record: {
      id: ids.next(),
      draftId: summary.id,
      revisionId: head.id,
      name: 'TSZJ-20261128-0001-r1',
      zipSha256: '0'.repeat(64),
      bytes: 1,
      path: '/packages/TSZJ-20261128-0001-r1.zip',
      createdAt: at,
    },
  });
}

export function freshId(): string {
  return ids.next();
}
