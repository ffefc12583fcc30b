import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { letWarningsStand } from '#cli/commands/let-warnings-stand.ts';
import { AppError } from '#shared/errors.ts';
import { verifyReportLines } from '#shared/texts/verify-report.ts';
import { releaseWith, storedPicture } from '#tests/builders/package-inputs.ts';
import { exporter, writer } from '#tests/builders/signatory.ts';
import { openTestDesk, type TestDesk } from '#tests/helpers/open-test-desk.ts';
import { passReviews } from '#tests/helpers/pass-reviews.ts';

async function releaseAt(desk: TestDesk): Promise<string> {
  const assets = [await storedPicture(desk.media, '#803020'), await storedPicture(desk.media, '#205080')];
  for (const asset of assets) await desk.store.saveAsset({ asset });
  desk.sit(writer);
  const draftId = (await desk.drafts.createFrom(releaseWith(assets), 'created')).summary.id;
  await letWarningsStand(desk, draftId, '来稿如此');
  return draftId;
}

describe('building a package', () => {
  test('runs in the background, tells its steps and records what it made', async () => {
    const desk = await openTestDesk();
    const draftId = await releaseAt(desk);
    await passReviews(desk, draftId);
    desk.sit(exporter);
    const job = await desk.packages.build(draftId);
    expect(job).toMatchObject({ state: 'running', step: 'checks', draftId });
    const done = await desk.jobs.settled(job.id);
    expect(done).toMatchObject({ state: 'done', error: null });
    expect([...new Set(desk.jobEvents.map(({ step }) => step))]).toEqual([
      'checks',
      'pictures',
      'page',
      'checksums',
      'archive',
      'verify',
    ]);
    const [record] = await desk.packages.list(draftId);
    const { contentHash } = (await desk.store.readDraft({ draftId }))?.head ?? {};
    const headline = '市住建局开展房屋安全排查“回头看”';
    expect(record).toMatchObject({ id: done.packageId, draftId, name: 'TSZJ-20261123-0001-r6', contentHash, headline });
    expect(await desk.packages.verifyFile(record?.path ?? '')).toMatchObject({
      valid: true,
      zipSha256: record?.zipSha256,
      headline: '市住建局开展房屋安全排查“回头看”',
    });
  });

  test('keeps a revision of its own each time, so that no two packages have one name', async () => {
    const desk = await openTestDesk();
    const draftId = await releaseAt(desk);
    await passReviews(desk, draftId);
    desk.sit(exporter);
    for (let count = 0; count < 2; count += 1) await desk.jobs.settled((await desk.packages.build(draftId)).id);
    const names = (await desk.packages.list(draftId)).map(({ name }) => name);
    expect(names).toEqual(['TSZJ-20261123-0001-r7', 'TSZJ-20261123-0001-r6']);
    const kinds = (await desk.store.listRevisions({ draftId })).map(({ kind }) => kind);
    expect(kinds.slice(0, 2)).toEqual(['export', 'export']);
  });

  test('has another name on another machine of the bureau, whatever its drafts are numbered', async () => {
    const desk = await openTestDesk({ machine: 3 });
    const draftId = await releaseAt(desk);
    await passReviews(desk, draftId);
    desk.sit(exporter);
    await desk.jobs.settled((await desk.packages.build(draftId)).id);
    expect((await desk.packages.list(draftId)).map(({ name }) => name)).toEqual(['TSZJ-20261123-3000001-r6']);
  });

  test('is refused for a draft that is not signed off, and for words that were typed after it was', async () => {
    const desk = await openTestDesk();
    const draftId = await releaseAt(desk);
    desk.sit(exporter);
    await expect(desk.packages.build(draftId)).rejects.toMatchObject({ code: 'not-signed-off' });
    await passReviews(desk, draftId);
    desk.sit(writer);
    const open = await desk.drafts.open(draftId);
    await desk.drafts.saveJournal({
      draftId,
      baseRevisionId: open.revision.id,
      sequence: open.journalSequence + 1,
      content: { ...open.content, metadata: { ...open.content.metadata, headline: '改过的标题' } },
    });
    desk.sit(exporter);
    await expect(desk.packages.build(draftId)).rejects.toMatchObject({ code: 'not-signed-off' });
  });

  test('is refused to a role that does not export', async () => {
    const desk = await openTestDesk();
    const draftId = await releaseAt(desk);
    await passReviews(desk, draftId);
    desk.sit(writer);
    await expect(desk.packages.build(draftId)).rejects.toMatchObject({ code: 'not-allowed' });
  });

  test('fails when a check finds an error, and leaves no file', async () => {
    const place = { kind: 'metadata', field: 'headline' } as const;
    const finding = { id: 'a', rule: 'metadata-required', severity: 'error', place, params: {} } as const;
    const inspection = { score: 95, passed: true, lines: [] };
    const desk = await openTestDesk({
      readChecklist: async () => ({ items: [{ source: 'text', finding, waiver: null }], inspection }),
    });
    const draftId = await releaseAt(desk);
    await passReviews(desk, draftId);
    desk.sit(exporter);
    const done = await desk.jobs.settled((await desk.packages.build(draftId)).id);
    expect(done).toMatchObject({ state: 'failed', error: { code: 'checks-failed', params: { count: 1 } } });
    expect(await desk.packages.list(draftId)).toEqual([]);
    expect(await readdir(join(desk.folder, 'packages')).catch(() => [])).toEqual([]);
  });

  test('stops when it is cancelled, and leaves no file', async () => {
    const desk = await openTestDesk();
    const draftId = await releaseAt(desk);
    await passReviews(desk, draftId);
    desk.sit(exporter);
    const job = await desk.packages.build(draftId);
    desk.packages.cancel(job.id);
    expect(await desk.jobs.settled(job.id)).toMatchObject({ state: 'cancelled', packageId: null });
    expect(await desk.packages.list(draftId)).toEqual([]);
    expect(await readdir(join(desk.folder, 'packages')).catch(() => [])).toEqual([]);
  });

  test('begins again after a crash what was not done, and nothing that was', async () => {
    const desk = await openTestDesk();
    const draftId = await releaseAt(desk);
    await passReviews(desk, draftId);
    desk.sit(exporter);
    // What a killed run leaves behind.
    const left = (since: string) =>
      desk.store.writeSetting({ key: 'packages-under-way', value: JSON.stringify([[draftId, since]]) });
    await left('2026-11-23T00:00:00.000Z');
    const [job] = await desk.packages.resume();
    expect(await desk.jobs.settled(job?.id ?? '')).toMatchObject({ state: 'done', draftId });
    expect(await desk.packages.list(draftId)).toHaveLength(1);
    expect(await desk.packages.resume()).toEqual([]);
    await left('2026-11-23T00:00:00.000Z');
    expect(await desk.packages.resume()).toEqual([]);
    expect(await desk.packages.list(draftId)).toHaveLength(1);
  });

  test('takes for done what a crash left whole without its row', async () => {
    const desk = await openTestDesk();
    const draftId = await releaseAt(desk);
    await passReviews(desk, draftId);
    desk.sit(exporter);
    const { store } = desk;
    const writeSetting = vi.spyOn(store, 'writeSetting');
    const insertPackage = vi.spyOn(store, 'insertPackage').mockRejectedValue(new AppError('disk-error'));
    const job = await desk.packages.build(draftId);
    expect(await desk.jobs.settled(job.id)).toMatchObject({ state: 'failed' });
    insertPackage.mockRestore();
    const values = writeSetting.mock.calls.map(([{ value }]) => value ?? '');
    const writing = values.find((value) => value.includes('TSZJ-20261123-0001-r6')) ?? '';
    await store.writeSetting({ key: 'packages-under-way', value: writing });
    expect(await desk.packages.resume()).toEqual([]);
    const [record, ...others] = await desk.packages.list(draftId);
    expect(others).toEqual([]);
    expect((await desk.packages.verifyFile(record?.path ?? '')).zipSha256).toBe(record?.zipSha256);
    expect(await desk.store.readSetting({ key: 'packages-under-way' })).not.toContain('TSZJ');
  });

  test('is not begun again by somebody who may not export, nor when the words have changed', async () => {
    const desk = await openTestDesk();
    const draftId = await releaseAt(desk);
    await passReviews(desk, draftId);
    await desk.store.writeSetting({
      key: 'packages-under-way',
      value: JSON.stringify([[draftId, '2026-11-23T00:00:00.000Z']]),
    });
    desk.sit(writer);
    expect(await desk.packages.resume()).toEqual([]);
    expect(await desk.store.readSetting({ key: 'packages-under-way' })).toBe('[]');
  });

  test('tells people what it holds when it is verified', async () => {
    const desk = await openTestDesk();
    const draftId = await releaseAt(desk);
    await passReviews(desk, draftId);
    desk.sit(exporter);
    await desk.jobs.settled((await desk.packages.build(draftId)).id);
    const [record] = await desk.packages.list(draftId);
    const report = await desk.packages.verifyFile(record?.path ?? '');
    const lines = verifyReportLines(report);
    expect(lines[0]).toBe('验证通过：内容完整，签名有效。');
    expect(lines).toEqual(
      expect.arrayContaining([
        '标题：市住建局开展房屋安全排查“回头看”',
        '类型：发布',
        '栏目：工作动态',
        '图片：2 张',
        expect.stringMatching(/^终审：审核员丁，\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/),
        '保留的警告：来稿如此（拟稿员甲）',
      ]),
    );
    const broken = {
      ...report,
      valid: false,
      about: null,
      refusals: [{ code: 'signature-invalid', params: {} }],
    } as const;
    expect(verifyReportLines({ ...broken, refusals: [...broken.refusals] })[1]).toMatch(/^ {2}✗ .*签名/u);
  });
});
