import { describe, expect, test } from 'vitest';
import { openStore } from '#main/db/database-client.ts';
import { contentOf } from '#tests/builders/content.ts';
import { writer } from '#tests/builders/signatory.ts';
import { storeDraft } from '#tests/builders/stored-draft.ts';
import { openWorkerStore, workerPath } from '#tests/helpers/open-worker-store.ts';
import { temporaryFolder } from '#tests/helpers/temporary-folder.ts';

const at = '2026-11-23T06:00:05.000Z';

describe('the store over its worker', () => {
  test('keeps what was written over a restart', async () => {
    const folder = await temporaryFolder();
    const first = await openWorkerStore(folder);
    expect(first.report.outcome).toBe('created');
    const draft = await storeDraft(first, contentOf('老旧小区改造'));
    await first.appendJournal({
      draftId: draft.summary.id,
      baseRevisionId: draft.head.id,
      sequence: 1,
      content: contentOf('老旧小区改造开工'),
      by: writer,
      at,
    });
    await first.close();

    const second = await openWorkerStore(folder);
    expect(second.report.outcome).toBe('opened');
    const again = await second.readDraft({ draftId: draft.summary.id });
    expect(again?.journal?.content.metadata.headline).toBe('老旧小区改造开工');
    expect(again?.headContent.metadata.headline).toBe('老旧小区改造');
    expect(again?.summary).toMatchObject({ number: 1, headline: '老旧小区改造开工', updatedAt: at });
  });

  test('refuses with the code of the refusal', async () => {
    const store = await openWorkerStore();
    await expect(store.setTrashed({ draftId: writer.id, trashedAt: at, at })).rejects.toMatchObject({
      code: 'draft-not-found',
    });
    expect(await store.readDraft({ draftId: writer.id })).toBeNull();
  });

  test('refuses what is asked once it is closing, and ends at once', async () => {
    const store = await openWorkerStore();
    const draft = storeDraft(store);
    const closing = store.close();
    await expect(store.listPersons()).rejects.toMatchObject({ code: 'internal' });
    await closing;
    expect((await draft).summary.number).toBe(1);
  });

  test('answers every call that a worker left behind', async () => {
    const folder = await temporaryFolder();
    // A worker that opens, then ends in the middle of its first call.
    const dying = new URL(
      `data:text/javascript,${encodeURIComponent(`
        import { parentPort } from 'node:worker_threads';
        parentPort.on('message', () => process.exit(1));
        parentPort.postMessage({ kind: 'opened', report: { outcome: 'created', quarantine: null, backupAt: null, rescued: 0 } });
      `)}`,
    );
    const store = await openStore({ workerPath: dying, folder });
    const calls = [store.listPersons(), store.listUploads()];
    const outcomes = await Promise.allSettled(calls);
    expect(outcomes.map((outcome) => outcome.status === 'rejected' && outcome.reason)).toMatchObject([
      { code: 'internal' },
      { code: 'internal' },
    ]);
    await expect(store.listPersons()).rejects.toMatchObject({ code: 'internal' });
  });

  test('takes the folder for itself, and gives it back', async () => {
    const folder = await temporaryFolder();
    const first = await openWorkerStore(folder);
    await expect(openStore({ workerPath, folder })).rejects.toMatchObject({ code: 'data-folder-in-use' });
    await first.close();
    const second = await openWorkerStore(folder);
    expect(second.report.outcome).toBe('opened');
  });
});
