import { createHash } from 'node:crypto';
import type { Store } from '#main/services/ports/store.ts';
import { contentOf } from '#tests/builders/content.ts';
import { everyNode } from '#tests/builders/every-node.ts';
import { chainOf, passedAll } from '#tests/builders/review-record.ts';
import { firstReviewer, writer } from '#tests/builders/signatory.ts';
import { testId } from '#tests/fakes/counting-ids.ts';

/*
 * What a frozen database holds, and how it is read back. Written only with methods that 0.1.0 had, so that this file can be
 * laid into the checkout of an old version to freeze its schema (`freeze-database.ts`). Each reading must give the
 * same JSON for good.
 */

const at = (minute: number): string => new Date(Date.parse('2026-11-23T06:00:00.000Z') + minute * 60_000).toISOString();
const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
const draftIds = [1, 2, 3, 4].map((number) => testId(number, 0xd));
const [writing = '', signed = '', published = '', trashed = ''] = draftIds;

/** Four drafts: one being written with words in the journal only, one signed off, one published, one in the trash. */
export async function fillStore(store: Store): Promise<void> {
  await store.insertPerson({ person: { ...writer, createdAt: at(0) } });
  await store.insertPerson({ person: { ...firstReviewer, createdAt: at(1) } });
  await store.writeSetting({ key: 'settings', value: '{"language":"zh-Hant","theme":"dark"}' });
  await store.insertTrustedKey({
    key: { fingerprint: 'A1B2C3D4E5F60718', publicKey: 'RWQ=', name: '复审电脑', trustedAt: at(2) },
  });
  for (const [index, draftId] of draftIds.entries()) await createDraft(store, draftId, index);
  await writeOn(store);
  for (const record of chainOf(signed, await contentHash(store, signed), passedAll)) {
    await store.appendReviewRecord({ record });
  }
  await publish(store);
  await store.setTrashed({ draftId: trashed, trashedAt: at(90), at: at(90) });
  await store.appendAudit({ at: at(91), personId: writer.id, event: 'draft.trashed', facts: { draftId: trashed } });
  await store.saveAsset({
    asset: {
      sha256: hash('原图'),
      name: '现场.jpg',
      type: 'image/jpeg',
      bytes: 3_000_000,
      width: 4000,
      height: 3000,
      takenAt: at(-60),
      hadLocation: true,
      hasOriginal: true,
      display: { sha256: hash('显示'), width: 1600, height: 1200, bytes: 250_000 },
      thumbnail: { sha256: hash('缩略'), width: 480, height: 360, bytes: 20_000 },
    },
  });
}

async function createDraft(store: Store, draftId: string, index: number): Promise<void> {
  const content = contentOf(`冻结的第 ${index + 1} 篇：老旧小区改造`, ['市住建局召开推进会。', ...everyNode.children]);
  const revisionId = testId(index + 1, 0xe);
  await store.createDraft({
    draftId,
    revisionId,
    kind: index === 1 ? 'imported' : 'created',
    content,
    by: writer,
    author: writer,
    at: at(10 + index),
  });
}

/** Three more versions, then words that only the journal has. */
async function writeOn(store: Store): Promise<void> {
  let baseRevisionId = testId(1, 0xe);
  for (let sequence = 1; sequence <= 4; sequence += 1) {
    const content = contentOf(`写到第 ${sequence} 次`, [`第 ${sequence} 次的话。`, ...everyNode.children]);
    const entry = { draftId: writing, baseRevisionId, sequence, content, by: writer, at: at(20 + sequence) };
    await store.appendJournal(entry);
    if (sequence === 4) return;
    const revisionId = testId(10 + sequence, 0xe);
    await store.keepRevision({ draftId: writing, revisionId, kind: 'manual', content: null, by: writer, at: entry.at });
    baseRevisionId = revisionId;
  }
}

async function publish(store: Store): Promise<void> {
  const contentHash_ = await contentHash(store, published);
  for (const record of chainOf(published, contentHash_, passedAll)) await store.appendReviewRecord({ record });
  const packageId = testId(1, 0xf);
  const zipSha256 = hash('包');
  await store.insertPackage({
    record: {
      id: packageId,
      draftId: published,
      revisionId: testId(3, 0xe),
      name: 'TSZJ-20261123-0003-r1',
      zipSha256,
      bytes: 123_456,
      path: '/data/packages/TSZJ-20261123-0003-r1.zip',
      createdAt: at(60),
    },
  });
  await store.saveUpload({
    upload: {
      id: testId(2, 0xf),
      packageId,
      draftId: published,
      packageName: 'TSZJ-20261123-0003-r1',
      targetId: 'portal',
      targetName: '局门户',
      zipSha256,
      bytes: 123_456,
      offset: 60_000,
      state: 'waiting',
      attempts: 2,
      nextTryAt: at(70),
      lastError: { code: 'portal-timeout', params: {} },
      tusUrl: 'https://portal.example/files/1',
      receipt: null,
      createdAt: at(61),
      updatedAt: at(62),
    },
  });
  await store.markPublished({ draftId: published, contentHash: contentHash_, at: at(80) });
  await store.saveComment({
    comment: {
      id: testId(3, 0xf),
      draftId: published,
      quote: '推进会',
      text: '写清是哪一次会。',
      by: firstReviewer,
      at: at(63),
      resolvedAt: null,
      resolvedBy: null,
    },
  });
}

async function contentHash(store: Store, draftId: string): Promise<string> {
  return (await store.readDraft({ draftId }))?.head.contentHash ?? '';
}

/** Everything that `fillStore` wrote, as the store gives it back. */
export async function readEverything(store: Store): Promise<unknown> {
  const drafts = await Promise.all(
    draftIds.map(async (draftId) => {
      const revisions = await store.listRevisions({ draftId });
      const [draft, contents, reviews, comments, packages] = await Promise.all([
        store.readDraft({ draftId }),
        Promise.all(revisions.map(async ({ id }) => store.readRevision({ revisionId: id }))),
        store.listReviewRecords({ draftId }),
        store.listComments({ draftId }),
        store.listPackages({ draftId }),
      ]);
      return { draft, contents, reviews, comments, packages };
    }),
  );
  return {
    drafts,
    persons: await store.listPersons(),
    settings: await store.readSetting({ key: 'settings' }),
    key: await store.findTrustedKey({ fingerprint: 'A1B2C3D4E5F60718' }),
    uploads: await store.listUploads(),
    assets: await store.findAssets({ sha256s: [hash('原图')] }),
  };
}
