import { readFile } from 'node:fs/promises';
import { beforeEach, describe, expect, test } from 'vitest';
import { textFiles } from '#main/files/text-files.ts';
import { systemIds } from '#main/files/system-ids.ts';
import { auditService, type AuditService } from '#main/services/audit-service.ts';
import { writtenFiles } from '#main/services/written-files.ts';
import { wholeLog } from '#shared/model/audit.ts';
import { contentOf } from '#tests/builders/content.ts';
import { firstReviewer, writer } from '#tests/builders/signatory.ts';
import { steppingClock } from '#tests/fakes/stepping-clock.ts';
import { temporaryFolder } from '#tests/helpers/temporary-folder.ts';
import { openTestDesk, type TestDesk } from '#tests/helpers/test-desk.ts';

let desk: TestDesk;
let audit: AuditService;
let draftId: string;

beforeEach(async () => {
  desk = await openTestDesk();
  const { store } = desk;
  audit = auditService({
    store,
    clock: steppingClock(),
    desk: { person: async () => writer, profile: () => Promise.reject(new Error('not asked for')) },
    files: textFiles,
    written: writtenFiles({ ids: systemIds(), packages: store }),
    folder: await temporaryFolder(),
  });
  draftId = (await desk.drafts.createFrom(contentOf('=HYPERLINK("http://example.com")'), 'created')).summary.id;
  await desk.trash.trash(draftId);
  desk.sit(firstReviewer);
  await desk.trash.untrash(draftId);
});

const listed = async (filter: Partial<typeof wholeLog> = {}, limit = 10) =>
  audit.list({ filter: { ...wholeLog, ...filter }, before: null, limit });

describe('the audit log', () => {
  test('is listed newest first, page by page, with the acts that there are', async () => {
    const first = await listed({}, 1);
    expect(first).toMatchObject({ entries: [{ sequence: 2, event: 'draft.untrashed', draftId }], next: 2 });
    expect(first.events).toEqual(['draft.trashed', 'draft.untrashed']);
    const second = await audit.list({ filter: wholeLog, before: first.next, limit: 10 });
    expect(second).toMatchObject({ entries: [{ sequence: 1, event: 'draft.trashed' }], next: null });
  });

  test('is filtered by person, act, draft and time', async () => {
    const [newest, oldest] = (await listed()).entries;
    const sequences = async (filter: Partial<typeof wholeLog>) =>
      (await listed(filter)).entries.map(({ sequence }) => sequence);
    expect(await sequences({ personId: firstReviewer.id })).toEqual([2]);
    expect(await sequences({ event: 'draft.trashed' })).toEqual([1]);
    expect(await sequences({ draft: 'HYPERLINK' })).toEqual([2, 1]);
    expect(await sequences({ draft: draftId })).toEqual([2, 1]);
    expect(await sequences({ draft: '别的稿件' })).toEqual([]);
    expect(await sequences({ from: newest?.at ?? null })).toEqual([2]);
    expect(await sequences({ until: newest?.at ?? null })).toEqual([1]);
    expect(await sequences({ from: oldest?.at ?? null, personId: writer.id })).toEqual([1]);
  });

  test('is proven whole, and tells the first line that is not', async () => {
    expect(await audit.verify()).toMatchObject({ lines: 2, brokenAt: null });
    expect((await audit.verify()).head).toBe((await listed()).entries[0]?.hash);
  });

  test('is carried away as CSV that no spreadsheet runs, oldest first, and the carrying is a line too', async () => {
    const file = await audit.export(wholeLog, 'csv');
    const text = await readFile(file.path, 'utf8');
    expect(text.startsWith('\ufeff"序号",')).toBe(true);
    const [, first = '', second = ''] = text.split('\r\n');
    expect(first).toContain('"移到回收站","draft.trashed","\'=HYPERLINK(""http://example.com"")"');
    expect(second).toContain('"从回收站恢复"');
    expect((await listed()).entries[0]).toMatchObject({ event: 'audit.exported', facts: { format: 'csv', lines: 2 } });
    const again = await audit.export(wholeLog, 'csv');
    expect(again.path).not.toBe(file.path);
  });

  test('names a draft that was deleted for good by its number and id, its words are gone', async () => {
    desk.sit(writer);
    await desk.trash.trash(draftId);
    await desk.trash.purge(draftId);
    const { entries } = await listed();
    expect(entries).toHaveLength(4);
    for (const entry of entries)
      expect(entry).toMatchObject({ headline: null, draftId: null, purgedNumber: 1, facts: { draftId } });
    const lines = (await readFile((await audit.export(wholeLog, 'csv')).path, 'utf8')).split('\r\n').slice(1, 5);
    for (const line of lines) expect(line).toContain(`"1 号，已永久删除","${draftId}"`);
  });

  test('is carried away as JSON with every hash of its chain', async () => {
    const file = await audit.export({ ...wholeLog, event: 'draft.trashed' }, 'json');
    const { entries } = (await listed()).entries.length
      ? JSON.parse(await readFile(file.path, 'utf8'))
      : { entries: [] };
    expect(entries).toMatchObject([{ sequence: 1, event: 'draft.trashed', previousHash: null }]);
  });
});
