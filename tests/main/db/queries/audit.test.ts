import type { Database } from 'better-sqlite3';
import { beforeEach, describe, expect, test } from 'vitest';
import { brokenAuditLine } from '#main/db/queries/audit.ts';
import { queries } from '#main/db/queries/registry.ts';
import { createdAt } from '#tests/builders/database-draft.ts';
import { writer } from '#tests/builders/signatory.ts';
import { openTestDatabase } from '#tests/helpers/open-test-database.ts';

let database: Database;

beforeEach(async () => {
  database = await openTestDatabase();
  for (const event of ['review.submit', 'review.decide', 'draft.published', 'draft.trashed'] as const) {
    queries.appendAudit(database, { at: createdAt, personId: writer.id, event, facts: { sequence: 1, code: 'x' } });
  }
});

describe('the audit log', () => {
  test('is one chain of hashes', () => expect(brokenAuditLine(database)).toBeNull());

  test('cannot be changed or shortened through the database', () => {
    expect(() => database.exec("UPDATE audit_log SET event = ''")).toThrow('the audit log does not change');
    expect(() => database.exec('DELETE FROM audit_log')).toThrow('the audit log is kept');
  });

  test.each([
    ['a changed word', "UPDATE audit_log SET event = 'review.withdraw' WHERE sequence = 2", 2],
    ['a changed fact', `UPDATE audit_log SET facts = '{"sequence":2}' WHERE sequence = 3`, 3],
    ['another person', 'UPDATE audit_log SET person_id = NULL WHERE sequence = 1', 1],
    ['a line taken out', 'DELETE FROM audit_log WHERE sequence = 2', 3],
  ])('shows %s, even when somebody took the triggers away', (_what, statement, line) => {
    database.exec('DROP TRIGGER audit_log_keeps; DROP TRIGGER audit_log_stays');
    database.exec(statement);
    expect(brokenAuditLine(database)).toBe(line);
  });
});
