import type { Database } from 'better-sqlite3';
import { assetsOf } from '#shared/document/walk.ts';
import type { BackedUpContent } from '#main/services/ports/backups.ts';
import type { BackupDraft } from '#shared/model/backup.ts';
import type { DraftState } from '#shared/model/draft.ts';
import { migrations } from '../migrations/registry.ts';
import { openBeside } from '../open-beside.ts';
import { schemaVersion } from '../schema-steps.ts';
import { queries } from '../queries/registry.ts';
import type { Backup } from './backup-files.ts';
import { withRestored } from './prove-backup.ts';

/** The drafts of a backup of any version, the latest changed first; those in the trash too. */
export function listBackupDrafts(backup: Backup): readonly BackupDraft[] {
  interface Row {
    id: string;
    number: number;
    headline: string;
    state: DraftState;
    characters: number;
    updatedAt: string;
  }
  const database = openBeside(backup.path, { readonly: true });
  try {
    const text = `SELECT id, number, headline, state, characters, updated_at AS updatedAt
      FROM drafts ORDER BY updated_at DESC, number DESC LIMIT 5000`;
    return database.prepare<[], Row>(text).all();
  } finally {
    database.close();
  }
}

/** The newest words of one draft in a backup; null when it is not there. A backup of an older schema is read by a migrated copy. */
export async function readBackupDraft(
  backup: Backup,
  draftId: string,
  scratch: string,
): Promise<BackedUpContent | null> {
  const database = openBeside(backup.path, { readonly: true });
  try {
    if (schemaVersion(database) === migrations.at(-1)?.version) return readDraft(database, draftId);
  } finally {
    database.close();
  }
  return withRestored(backup, scratch, (restored) => readDraft(restored, draftId));
}

function readDraft(database: Database, draftId: string): BackedUpContent | null {
  const draft = queries.readDraft(database, { draftId });
  if (!draft) return null;
  const content = draft.journal?.content ?? draft.headContent;
  return { content, assets: queries.findAssets(database, { sha256s: assetsOf(content.document) }) };
}
