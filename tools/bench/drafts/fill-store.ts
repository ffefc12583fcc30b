import { mkdir } from 'node:fs/promises';
import { systemIds } from '#main/files/system-ids.ts';
import { indexPending } from '#main/db/queries/search-index.ts';
import { queries } from '#main/db/queries/registry.ts';
import { openStoreFolder, type OpenFolder } from '#main/db/store-folder.ts';
import { inTransaction } from '#main/db/statements.ts';
import { makeDraft, momentOf } from './make-draft.ts';

const columnIds = ['work-news', 'notices', 'policy-reading', 'press-releases'];
const ids = systemIds();
/** Nobody waits for these saves, and a power cut only costs the bench another start. */
const perTransaction = 500;

/** Whoever the made drafts are by, and asks for them. A filled store is kept for later runs, so their ids stay. */
export const people = ['拟稿员甲', '拟稿员乙', '拟稿员丙'].map((name, index) => ({
  id: `01980000-0000-7000-800b-00000000000${index + 1}`,
  name,
  role: 'writer',
}));
const [writer] = people;
if (!writer) throw new Error('nobody writes');
export const asker = { personId: writer.id, reviewStates: [] } as const;

/** An open store with so many drafts in it, most of them published, all indexed. */
export async function filledStore(folder: string, drafts: number): Promise<OpenFolder> {
  await mkdir(folder, { recursive: true });
  const open = await openStoreFolder(folder, momentOf(2026, 0));
  const { database } = open;
  database.pragma('synchronous = OFF');
  for (const person of people) queries.insertPerson(database, { person: { ...person, createdAt: momentOf(2026, 0) } });
  for (let from = 1; from <= drafts; from += perTransaction) {
    inTransaction(database, () => {
      for (let number = from; number < from + perTransaction && number <= drafts; number += 1) putDraft(open, number);
    });
    while (indexPending(database, perTransaction));
  }
  database.exec('ANALYZE');
  database.pragma('wal_checkpoint(TRUNCATE)');
  database.pragma('synchronous = FULL');
  return open;
}

function putDraft({ database }: OpenFolder, number: number): void {
  const by = people[number % people.length] ?? writer;
  if (!by) return;
  const at = new Date(Date.parse(momentOf(2020, 0)) + number * 3_600_000).toISOString();
  const content = makeDraft(number, { columnIds, assets: [] });
  const draftId = ids.next();
  const stored = queries.createDraft(database, {
    draftId,
    revisionId: ids.next(),
    kind: 'created',
    content,
    by,
    author: by,
    at,
  });
  if (number % 10 !== 0) queries.markPublished(database, { draftId, contentHash: stored.head.contentHash, at });
}
