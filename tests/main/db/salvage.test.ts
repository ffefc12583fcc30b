import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { beforeEach, describe, expect, test } from 'vitest';
import { checkContents, checkForeignKeys, checkIntegrity } from '#main/db/integrity.ts';
import { brokenAuditLine } from '#main/db/queries/audit.ts';
import { openDatabase } from '#main/db/open-database.ts';
import { openStoreFolder, type OpenFolder } from '#main/db/store-folder.ts';
import type { Store } from '#main/services/ports/store.ts';
import { contentOf } from '#tests/builders/content.ts';
import { createdAt, freshId } from '#tests/builders/database-draft.ts';
import { chainOf, passedAll } from '#tests/builders/review-record.ts';
import { writer } from '#tests/builders/signatory.ts';
import { storeDraft } from '#tests/builders/stored-draft.ts';
import { backUp } from '#tests/helpers/back-up.ts';
import { openTestStore } from '#tests/helpers/open-test-store.ts';
import { temporaryFolder } from '#tests/helpers/temporary-folder.ts';

const long = (words: string) => Array.from({ length: 60 }, (_, index) => `${index}${words}市住建局推进老旧小区改造。`);
const at = '2026-11-23T10:00:00.000Z';
let folder: string;
let path: string;

interface Written {
  readonly old: string;
  readonly signed: string;
  readonly open: string;
}

/** A draft that the backup knows, then one that was signed off and one that is being written, both younger than it. */
async function write(backedUp: boolean): Promise<Written> {
  const store = await openTestStore(folder);
  const old = (await storeDraft(store, contentOf('备份知道的', long('甲')))).summary.id;
  if (backedUp) await backUp(folder, createdAt);
  const signed = await storeDraft(store, contentOf('签发了的', long('乙')));
  for (const record of chainOf(signed.summary.id, signed.head.contentHash, passedAll)) {
    await store.appendReviewRecord({ record });
    await store.appendAudit({ at, personId: writer.id, event: 'review.decide', facts: {} });
  }
  const open = (await storeDraft(store, contentOf('写着的', long('丙')))).summary.id;
  await type(store, open, 1, '写着的，第二版');
  await store.keepRevision({ draftId: open, revisionId: freshId(), kind: 'manual', content: null, by: writer, at });
  await type(store, open, 2, '写着的，还没留版');
  await type(store, old, 1, '备份之后改的');
  await store.close();
  return { old, signed: signed.summary.id, open };
}

async function type(store: Store, draftId: string, sequence: number, headline: string): Promise<void> {
  const draft = await store.readDraft({ draftId });
  const content = contentOf(headline, long('丁'));
  await store.appendJournal({ draftId, baseRevisionId: draft?.head.id ?? '', sequence, content, by: writer, at });
}

beforeEach(async () => {
  folder = await temporaryFolder();
  path = join(folder, 'gaoqian.sqlite');
});

function zero(page: number): void {
  const bytes = readFileSync(path);
  writeFileSync(path, bytes.fill(0, page * 4096, (page + 1) * 4096));
}

/** The pages of a table or index, counted from 0. */
function pagesOf(name: string): readonly number[] {
  const database = openDatabase(path);
  const numbers = database.prepare<[string], number>('SELECT pageno FROM dbstat WHERE name = ?').pluck().all(name);
  database.close();
  return numbers.map((number) => number - 1);
}

/** The first page of a table or index, as SQLite numbers them from 1. */
function rootPage(name: string): number {
  const database = openDatabase(path);
  const page = database
    .prepare<[string], number>('SELECT rootpage FROM sqlite_schema WHERE name = ?')
    .pluck()
    .get(name);
  database.close();
  return (page ?? 0) - 1;
}

/** Opens the folder; when reading every word meets damage that SQLite does not see, notes it and starts once more. */
async function openAndRead(moment: string): Promise<OpenFolder> {
  const open = await openStoreFolder(folder, moment);
  try {
    checkContents(open.database);
    return open;
  } catch {
    open.noteDamage();
    open.close();
    return openStoreFolder(folder, moment);
  }
}

describe('a damaged file', () => {
  test.each([
    ['with a backup', true],
    ['without any', false],
  ])('of which one index is broken gives everything back, %s', async (_with, backedUp) => {
    const { old, signed, open } = await write(backedUp);
    zero(rootPage('drafts_by_planned'));
    const store = await openTestStore(folder);
    expect(store.report).toMatchObject({ outcome: 'restored', backupAt: backedUp ? createdAt : null });
    expect(store.report.rescued).toBeGreaterThanOrEqual(4);

    expect(await store.readDraft({ draftId: old })).toMatchObject({
      journal: { sequence: 1, content: contentOf('备份之后改的', long('丁')) },
      summary: { headline: '备份之后改的' },
    });
    expect(await store.readDraft({ draftId: signed })).toMatchObject({ summary: { state: 'signed-off', number: 2 } });
    expect(await store.readDraft({ draftId: open })).toMatchObject({
      journal: { sequence: 2, content: contentOf('写着的，还没留版', long('丁')) },
      journalSequence: 2,
      head: { kind: 'manual', headline: '写着的，第二版', sequence: 2 },
      summary: { headline: '写着的，还没留版', revision: 2 },
    });
    await type(store, open, 3, '写下去');
    expect((await storeDraft(store)).summary.number).toBe(4);
  });

  test.each([
    ['with a backup', true],
    ['without any', false],
  ])(
    'that does not say any more what it is nor what tables it has gives all words back, %s',
    async (_with, backedUp) => {
      const { old, signed, open } = await write(backedUp);
      for (const page of pagesOf('sqlite_schema')) zero(page);
      const store = await openTestStore(folder);
      expect(store.report).toMatchObject({ outcome: 'restored', backupAt: backedUp ? createdAt : null });
      expect((await store.readDraft({ draftId: old }))?.journal?.content).toEqual(
        contentOf('备份之后改的', long('丁')),
      );
      expect((await store.readDraft({ draftId: open }))?.journal?.content).toEqual(
        contentOf('写着的，还没留版', long('丁')),
      );
      expect((await store.readDraft({ draftId: signed }))?.headContent).toEqual(contentOf('签发了的', long('乙')));
      expect((await storeDraft(store)).summary.number).toBe(4);
    },
  );

  test(
    'loses, wherever one page of it is gone, nothing of the backup, and ends whole',
    { timeout: 120_000 },
    async () => {
      const { old } = await write(true);
      const whole = readFileSync(path);
      const pages = statSync(path).size / 4096;
      const everything: number[] = [];
      for (let page = 0; page < pages; page += 1) {
        writeFileSync(path, whole);
        zero(page);
        const open = await openAndRead(new Date(Date.parse(at) + page * 1000).toISOString());
        for (const check of [checkIntegrity, checkForeignKeys, checkContents]) check(open.database);
        expect(brokenAuditLine(open.database)).toBeNull();
        const drafts = open.database.prepare<[], string>('SELECT id FROM drafts').pluck().all();
        expect(drafts).toContain(old);
        if (drafts.length === 3) everything.push(page);
        open.close();
      }
      // One page in two can go without a draft being lost.
      expect(everything.length).toBeGreaterThan(pages / 2);
    },
  );

  test('gives back a draft of which only the versions are left, in a line made anew, and all others with it', async () => {
    const { open } = await write(true);
    const before = openDatabase(path);
    const kept = before.prepare('SELECT count(*) FROM revisions').pluck().get();
    before.pragma('foreign_keys = OFF');
    before.exec('DROP TRIGGER drafts_stay');
    before.prepare('DELETE FROM drafts WHERE id = ?').run(open);
    before.close();
    zero(rootPage('drafts_by_planned'));

    const store = await openTestStore(folder);
    expect(store.report).toMatchObject({ outcome: 'restored', backupAt: createdAt });
    expect(await store.readDraft({ draftId: open })).toMatchObject({
      summary: { headline: '写着的，还没留版', state: 'drafting', authorName: writer.name },
      journal: { sequence: 2 },
    });
    await store.close();
    const after = openDatabase(path);
    expect(after.prepare('SELECT count(*) FROM revisions').pluck().get()).toBe(kept);
    after.close();
  });

  test('keeps the words that only the backup’s journal holds when the damaged file’s own are broken', async () => {
    const store = await openTestStore(folder);
    const { id: draftId } = (await storeDraft(store, contentOf('原文', long('甲')))).summary;
    await type(store, draftId, 1, '只在日志里');
    await backUp(folder, createdAt);
    await store.close();
    zero(rootPage('drafts_by_planned'));
    const bytes = readFileSync(path);
    bytes.fill(0x20, bytes.indexOf('只在日志里'), bytes.indexOf('只在日志里') + 3);
    writeFileSync(path, bytes);
    const mended = await openTestStore(folder);
    expect((await mended.readDraft({ draftId }))?.journal?.content).toEqual(contentOf('只在日志里', long('丁')));
  });

  test('of an older schema gives its words to the present one', async () => {
    const fixture = join(import.meta.dirname, '../../fixtures/databases/0060.sqlite.gz');
    writeFileSync(path, gunzipSync(readFileSync(fixture)));
    zero(rootPage('drafts_by_planned'));
    const store = await openTestStore(folder);
    expect(store.report).toMatchObject({ outcome: 'restored', backupAt: null });
    const drafts = ['1', '2', '3', '4'].map((number) => `01980000-0000-7000-800d-00000000000${number}`);
    const found = await Promise.all(drafts.map(async (draftId) => store.readDraft({ draftId })));
    expect(found.map((draft) => draft?.summary.state)).toEqual(['drafting', 'signed-off', 'published', 'drafting']);
    expect(found[0]?.journal?.content.metadata.headline).toBe('写到第 4 次');
    expect(await store.listRevisions({ draftId: drafts[0] ?? '' })).toHaveLength(4);
  });

  test('whose search index alone is broken opens, restored, and not as something unexpected', async () => {
    await write(true);
    zero(rootPage('draft_search_config'));
    const store = await openTestStore(folder);
    expect(store.report.outcome).toBe('restored');
  });
});
