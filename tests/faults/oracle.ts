import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { mediaPath } from '#main/db/backups/media-paths.ts';
import { checkContents, checkForeignKeys, checkIntegrity } from '#main/db/integrity.ts';
import { brokenAuditLine } from '#main/db/queries/audit.ts';
import { openStoreFolder, type OpenFolder, type OpenReport } from '#main/db/store-folder.ts';
import { toAppError } from '#main/db/sqlite-errors.ts';
import type { ErrorCode } from '#shared/errors.ts';
import { promisedDraft, type Promises } from './promises.ts';

/** The database is whole by every test that there is; damage may have taken lines of the audit log (`auditMayBreak`). */
export function assertWhole(database: Database, auditMayBreak = false): void {
  for (const check of [checkIntegrity, checkForeignKeys, checkContents]) {
    assert.doesNotThrow(() => check(database), `the database fails ${check.name}`);
  }
  if (!auditMayBreak) assert.equal(brokenAuditLine(database), null, 'the audit log is broken');
}

/** Every promised revision and the newest words read back; more may be there. */
export function assertKept(database: Database, promises: Promises): void {
  for (const [draftId, promised] of Object.entries(promises.drafts)) {
    const found = soundly(() => promisedDraft(database, draftId), `draft ${draftId} cannot be read`);
    for (const [id, hash] of Object.entries(promised.revisions)) {
      assert.equal(found.revisions[id], hash, `revision ${id} does not read back`);
    }
    if (found.journalSequence === promised.journalSequence) {
      assert.equal(found.newest, promised.newest, `the newest words of ${draftId} are others`);
    } else {
      assert.ok(found.journalSequence > promised.journalSequence, `saves of ${draftId} are lost`);
    }
  }
}

export function assertMedia(data: string, promises: Promises): void {
  for (const sha256 of promises.media) {
    const bytes = soundly(() => readFileSync(mediaPath(join(data, 'media'), sha256)), `picture ${sha256} is gone`);
    assert.equal(createHash('sha256').update(bytes).digest('hex'), sha256, 'a picture changed');
  }
}

/** A refusal that a person can be told: one of these codes. Answers which. */
export function assertCoded(thrown: unknown, codes: readonly ErrorCode[]): ErrorCode {
  const { code } = toAppError(thrown);
  const told = thrown instanceof Error ? thrown.stack : String(thrown);
  assert.ok(codes.includes(code), `refused with ${code} instead of ${codes.join(' or ')}: ${told}`);
  return code;
}

/** Opens the folder as the next start does, which must succeed. */
export async function openAgain(data: string): Promise<OpenFolder> {
  return openStoreFolder(data, new Date().toISOString()).catch((thrown: unknown) =>
    assert.fail(`the next start is refused: ${thrown instanceof Error ? thrown.stack : String(thrown)}`),
  );
}

/** Opens the folder as the next start does, finds it whole and every promise kept. */
export async function assertDesk(
  data: string,
  promises: Promises,
  expected: Partial<OpenReport> = { outcome: 'opened' },
): Promise<void> {
  const open = await openAgain(data);
  try {
    assert.deepEqual({ ...open.report, ...expected }, open.report, 'the start reports something else');
    assertWhole(open.database);
    assertKept(open.database, promises);
    assertMedia(data, promises);
  } finally {
    open.close();
  }
}

function soundly<Value>(work: () => Value, message: string): Value {
  try {
    return work();
  } catch (thrown) {
    assert.fail(`${message}: ${String(thrown)}`);
  }
}
