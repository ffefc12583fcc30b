import { copyFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { mediaPath } from '#main/db/backups/media-paths.ts';
import type { WorkHandle } from '#main/services/ports/work-handle.ts';
import { mergeContents, settleMerge } from '#shared/document/merge/merge-content.ts';
import type { DraftContent } from '#shared/model/draft.ts';
import type { TrashedDrafts } from '#shared/model/exchange-file.ts';
import { storedAttachment } from '#tests/builders/attachments.ts';
import { contentOf } from '#tests/builders/content.ts';
import { releaseWith, storedPicture } from '#tests/builders/package-inputs.ts';
import { firstReviewer, writer } from '#tests/builders/signatory.ts';
import { openTestDesk, type TestDesk } from '#tests/helpers/open-test-desk.ts';

function handle(steps: string[] = []): WorkHandle {
  return { signal: new AbortController().signal, step: (step) => void steps.push(step) };
}

/** A work that a person stops when it comes to a step. */
function stopAt(wanted: string, place: number): WorkHandle {
  const abort = new AbortController();
  return {
    signal: abort.signal,
    step: (step, done) => {
      if (step === wanted && done === place) abort.abort();
    },
  };
}

/** Two machines of one office; the first has a draft with a history. */
async function twoDesks() {
  const here = await openTestDesk();
  const there = await openTestDesk({ start: '2026-11-23T09:00:00.000Z' });
  const asset = await storedPicture(here.media, '#803020');
  await here.store.saveAsset({ asset });
  const { summary } = await here.drafts.createFrom(releaseWith([asset]), 'created');
  const draftId = summary.id;
  await edit(here, draftId, '第二版');
  const named = await here.drafts.saveRevision(draftId, 'manual');
  await here.versions.nameRevision(named.id, '送审前');
  const commentId = here.comments.newId();
  await here.comments.add({ draftId, commentId, quote: '房屋', text: '请核对。' });
  await here.reviews.submit(draftId, '请审');
  await edit(here, draftId, '第三版，还没存成版本');
  return { here, there, draftId, asset };
}

async function edit(desk: TestDesk, draftId: string, headline: string, body?: string): Promise<DraftContent> {
  const open = await desk.drafts.open(draftId);
  const { document } = body === undefined ? open.content : contentOf('', ['导语。', body, '结尾。']);
  const content = { metadata: { ...open.content.metadata, headline }, document };
  const base = { draftId, baseRevisionId: open.revision.id, sequence: open.journalSequence + 1 };
  await desk.drafts.saveJournal({ ...base, content });
  return content;
}

const known = { trustFingerprint: null, trashed: 'leave' } as const;
const trusting = (trustFingerprint: string) => ({ ...known, trustFingerprint });

/** Carries drafts to another desk, as on a stick; the receiver trusts the sender's key. */
async function carry(from: TestDesk, to: TestDesk, draftIds: readonly string[], trashed: TrashedDrafts = 'leave') {
  const { file } = await from.exchange.write(draftIds, handle());
  const carried = join(to.folder, `carried-${file.name}`);
  await copyFile(file.path, carried);
  const { fingerprint } = await from.keys.signingKey('review');
  return to.exchange.readFile(carried, { trustFingerprint: fingerprint, trashed }, handle());
}

const historyOf = async ({ drafts }: TestDesk, draftId: string) =>
  Promise.all(
    (await drafts.listRevisions(draftId)).map(async ({ id }) => {
      const { revision, content } = await drafts.readRevision(id);
      return { ...revision, content };
    }),
  );

describe('an exchange file', () => {
  test('brings drafts with every version, name, comment, review and picture; the originals stay', async () => {
    const { here, there, draftId, asset } = await twoDesks();
    const other = (await here.drafts.createFrom(contentOf('另一篇'), 'created')).summary.id;
    const taken = await carry(here, there, [draftId, other]);
    expect(taken).toEqual([
      {
        draftId,
        headline: '第三版，还没存成版本',
        outcome: 'created',
        reviewsForked: false,
        revisions: 4,
        lacking: [],
      },
      { draftId: other, headline: '另一篇', outcome: 'created', reviewsForked: false, revisions: 1, lacking: [] },
    ]);
    expect(await historyOf(there, draftId)).toEqual(await historyOf(here, draftId));
    const [ours, theirs] = await Promise.all([here, there].map(async ({ drafts }) => drafts.open(draftId)));
    expect(theirs).toMatchObject({
      content: ours?.content,
      comments: ours?.comments,
      reviews: ours?.reviews,
      summary: { authorName: writer.name, state: ours?.summary.state, revision: 4 },
      assets: [{ ...asset, hasOriginal: false }],
    });
    expect(await there.versions.listNames(draftId)).toEqual(await here.versions.listNames(draftId));
    expect(await there.media.path(asset.thumbnail.sha256)).not.toBeNull();
    expect(await there.media.path(asset.sha256)).toBeNull();
    expect(await there.store.listAuditEvents()).toContain('exchange.read');
    expect(await here.store.listAuditEvents()).toContain('exchange.written');
  });

  test('that comes twice, or back again, changes nothing more', async () => {
    const { here, there, draftId } = await twoDesks();
    await carry(here, there, [draftId]);
    const before = await historyOf(there, draftId);
    expect(await carry(here, there, [draftId])).toMatchObject([{ outcome: 'unchanged', revisions: 0 }]);
    expect(await carry(there, here, [draftId])).toMatchObject([{ outcome: 'unchanged', revisions: 0 }]);
    expect(await historyOf(there, draftId)).toEqual(before);
  });

  test('takes a draft on that has not moved here, with all versions between', async () => {
    const { here, there, draftId } = await twoDesks();
    await carry(here, there, [draftId]);
    for (const headline of ['第四版', '第五版']) {
      await edit(there, draftId, headline);
      await there.drafts.saveRevision(draftId, 'manual');
    }
    expect(await carry(there, here, [draftId])).toMatchObject([{ outcome: 'updated', revisions: 2 }]);
    const back = await here.drafts.open(draftId);
    expect(back).toMatchObject({ content: { metadata: { headline: '第五版' } }, summary: { conflict: false } });
    // Whoever still types over the older words is told, instead of writing over the new ones unseen.
    expect(back.revision.kind).toBe('incoming');
    expect((await here.drafts.listRevisions(draftId)).map(({ headline }) => headline)).toContain('第四版');
    expect(await carry(here, there, [draftId])).toMatchObject([{ outcome: 'unchanged' }]);
  });

  test('keeps both sides when both moved; they are merged by block into a version that both take', async () => {
    const { here, there, draftId } = await twoDesks();
    await edit(here, draftId, '题', '中间。');
    await carry(here, there, [draftId]);
    await edit(here, draftId, '我的题', '中间，我改的。');
    const theirs = await edit(there, draftId, '题', '中间，对方改的。');
    expect(await carry(there, here, [draftId])).toMatchObject([{ outcome: 'conflict', revisions: 1 }]);
    expect(await carry(there, here, [draftId])).toMatchObject([{ outcome: 'conflict', revisions: 0 }]);
    const open = await here.drafts.open(draftId);
    expect(open).toMatchObject({ content: { metadata: { headline: '我的题' } }, summary: { conflict: true } });

    const sides = await here.conflicts.read(draftId);
    expect(sides).toMatchObject({ base: { document: contentOf('', ['导语。', '中间。', '结尾。']).document }, theirs });
    const merge = mergeContents(sides.base ?? contentOf(''), sides.mine, sides.theirs);
    const content = settleMerge(merge, { blocks: ['both'], fields: {} });
    await expect(here.conflicts.merge(draftId, draftId, content)).rejects.toMatchObject({ code: 'stale-base' });
    const merged = await here.conflicts.merge(draftId, sides.incomingId, content);
    expect(merged).toMatchObject({ content, revision: { kind: 'merged' }, summary: { conflict: false } });
    expect(merged.content.document).toEqual(
      contentOf('', ['导语。', '中间，我改的。', '中间，对方改的。', '结尾。']).document,
    );
    await expect(here.conflicts.read(draftId)).rejects.toMatchObject({ code: 'not-found' });

    expect(await carry(here, there, [draftId])).toMatchObject([{ outcome: 'updated' }]);
    expect((await there.drafts.open(draftId)).content).toEqual(content);
  });

  test('brings reviews and comments that came on the other side', async () => {
    const { here, there, draftId } = await twoDesks();
    await carry(here, there, [draftId]);
    there.sit(firstReviewer);
    const commentId = there.comments.newId();
    await there.comments.add({ draftId, commentId, quote: '', text: '可以。' });
    await there.reviews.decide(draftId, 'first', 'pass', '');
    expect(await carry(there, here, [draftId])).toMatchObject([{ outcome: 'unchanged' }]);
    const back = await here.drafts.open(draftId);
    expect(back.summary.state).toBe('second-review');
    expect(back.comments.map(({ text }) => text)).toEqual(['请核对。', '可以。']);
  });

  test('goes together with review files of the same draft', async () => {
    const { here, there, draftId } = await twoDesks();
    const file = await here.reviewFiles.write(draftId);
    await there.reviewFiles.readFile(file.path, (await here.keys.signingKey('review')).fingerprint);
    await edit(there, draftId, '审核员改的');
    expect(await carry(there, here, [draftId])).toMatchObject([{ outcome: 'updated' }]);
    expect(await carry(here, there, [draftId])).toMatchObject([{ outcome: 'unchanged', revisions: 3 }]);
    expect((await there.drafts.open(draftId)).content.metadata.headline).toBe('审核员改的');
  });

  test('holds a long history within the limits of an archive', async () => {
    const { here, there } = await twoDesks();
    const { summary } = await here.drafts.createFrom(
      contentOf('长', Array<string>(40).fill('一段话。'.repeat(60))),
      'created',
    );
    for (let version = 2; version <= 120; version += 1) {
      await edit(here, summary.id, `第 ${version} 版`);
      await here.drafts.saveRevision(summary.id, 'manual');
    }
    expect(await carry(here, there, [summary.id])).toMatchObject([{ outcome: 'created', revisions: 120 }]);
    expect(await historyOf(there, summary.id)).toEqual(await historyOf(here, summary.id));
  });
});

/** Both have it; there it is in the trash, here it was written on, and another one goes with it. */
async function trashedThere() {
  const { here, there, draftId } = await twoDesks();
  await carry(here, there, [draftId]);
  await there.trash.trash(draftId);
  await edit(here, draftId, '第四版');
  await here.drafts.saveRevision(draftId, 'manual');
  const other = (await here.drafts.createFrom(contentOf('另一篇'), 'created')).summary.id;
  return { here, there, draftId, other };
}

describe('a draft that is in the trash there', () => {
  test('stays there as it was, and the others of the file come', async () => {
    const { here, there, draftId, other } = await trashedThere();
    const before = await historyOf(there, draftId);
    expect(await carry(here, there, [draftId, other])).toMatchObject([
      { draftId, headline: '第四版', outcome: 'in-trash', revisions: 0 },
      { draftId: other, outcome: 'created' },
    ]);
    expect(await historyOf(there, draftId)).toEqual(before);
    expect((await there.drafts.open(draftId)).summary.trashedAt).not.toBeNull();
  });

  test('comes back and is joined with the other side', async () => {
    const { here, there, draftId, other } = await trashedThere();
    await carry(here, there, [draftId, other]);
    expect(await carry(here, there, [draftId, other], 'restore')).toMatchObject([
      { draftId, outcome: 'updated', revisions: 1 },
      { draftId: other, outcome: 'unchanged' },
    ]);
    const { summary, content } = await there.drafts.open(draftId);
    expect([summary.trashedAt, content.metadata.headline]).toEqual([null, '第四版']);
    expect(await there.store.listAuditEvents()).toContain('draft.untrashed');
  });

  test('stays, and the words of the other side become a draft of their own with their pictures', async () => {
    const { here, there, draftId, other } = await trashedThere();
    const [copy] = await carry(here, there, [draftId, other], 'copy');
    expect(copy).toMatchObject({ headline: '第四版', outcome: 'created', revisions: 1 });
    expect(copy?.draftId).not.toBe(draftId);
    const { content, assets } = await there.drafts.open(copy?.draftId ?? '');
    expect(content).toEqual((await here.drafts.open(draftId)).content);
    expect(assets).toHaveLength(1);
    expect((await there.drafts.open(draftId)).summary.trashedAt).not.toBeNull();
  });
});

describe('what is lost', () => {
  test('is left out and named, in the file and to both sides; the words and all other pictures go', async () => {
    const { here, there, draftId, asset } = await twoDesks();
    const second = await storedPicture(here.media, '#208030');
    await here.store.saveAsset({ asset: { ...second, name: '现场.jpg' } });
    const attachment = await storedAttachment(here.media, '名单.csv');
    const { content } = await here.drafts.open(draftId);
    const { document } = releaseWith([asset, second]);
    const words = { document, metadata: { ...content.metadata, attachments: [attachment] } };
    await here.drafts.saveContent(draftId, words);
    await writeFile(mediaPath(join(here.folder, 'media'), second.thumbnail.sha256), '坏了');
    await rm(mediaPath(join(here.folder, 'media'), attachment.sha256));
    const { headline } = words.metadata;
    const common = { draftId, headline };
    const lacking = [
      { ...common, kind: 'picture', sha256: second.sha256, figure: 2, name: '现场.jpg' },
      { ...common, kind: 'attachment', sha256: attachment.sha256, figure: null, name: '名单.csv' },
    ];
    expect(await here.exchange.write([draftId], handle())).toMatchObject({ lacking });
    expect(await carry(here, there, [draftId])).toMatchObject([{ outcome: 'created', lacking }]);
    const taken = await there.drafts.open(draftId);
    expect(taken.content).toEqual(words);
    expect(taken.assets.map(({ sha256 }) => sha256)).toEqual([asset.sha256]);
  });

  test('of earlier versions only says so; what the receiver has lacks nothing there', async () => {
    const { here, there, draftId, asset } = await twoDesks();
    await carry(here, there, [draftId]);
    await here.drafts.saveContent(draftId, contentOf('没有图了'));
    await rm(mediaPath(join(here.folder, 'media'), asset.display.sha256));
    const { lacking } = await here.exchange.write([draftId], handle());
    expect(lacking).toMatchObject([{ headline: '没有图了', sha256: asset.sha256, figure: null, name: asset.name }]);
    expect(await carry(here, there, [draftId])).toMatchObject([{ outcome: 'updated', lacking: [] }]);
  });
});

describe('refusals', () => {
  test('a key that is seen for the first time waits for the person; then it is known', async () => {
    const { here, there, draftId } = await twoDesks();
    const { path } = (await here.exchange.write([draftId], handle())).file;
    await expect(there.exchange.readFile(path, known, handle())).rejects.toMatchObject({ code: 'review-key-unknown' });
    expect(await there.store.readDraft({ draftId })).toBeNull();
    const { fingerprint } = await here.keys.signingKey('review');
    await there.exchange.readFile(path, trusting(fingerprint), handle());
    expect(await there.exchange.readFile(path, known, handle())).toMatchObject([{ outcome: 'unchanged' }]);
  });

  test('files of other kinds, and drafts in the trash here, are refused by name', async () => {
    const { here, there, draftId } = await twoDesks();
    const review = await here.reviewFiles.write(draftId);
    const { fingerprint } = await here.keys.signingKey('review');
    const wrong = there.exchange.readFile(review.path, trusting(fingerprint), handle());
    await expect(wrong).rejects.toMatchObject({ code: 'package-wrong-kind' });
    await here.trash.trash(draftId);
    await expect(here.exchange.write([draftId], handle())).rejects.toMatchObject({ code: 'draft-locked' });
  });

  test('a cancelled writing leaves no file; a cancelled taking in goes on from where it stopped', async () => {
    const { here, there, draftId } = await twoDesks();
    const other = (await here.drafts.createFrom(contentOf('另一篇'), 'created')).summary.id;
    const writing = here.exchange.write([draftId, other], stopAt('archive', 0));
    await expect(writing).rejects.toMatchObject({ code: 'cancelled' });
    const { path } = (await here.exchange.write([draftId, other], handle())).file;
    const { fingerprint } = await here.keys.signingKey('review');
    const taking = there.exchange.readFile(path, trusting(fingerprint), stopAt('words', 0));
    await expect(taking).rejects.toMatchObject({ code: 'cancelled' });
    expect(await there.exchange.readFile(path, known, handle())).toMatchObject([
      { draftId, outcome: 'unchanged' },
      { draftId: other, outcome: 'created' },
    ]);
  });
});
