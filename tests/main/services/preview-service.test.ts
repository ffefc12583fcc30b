import { expect, test } from 'vitest';
import { letWarningsStand } from '#cli/commands/let-warnings-stand.ts';
import { systemHash } from '#main/files/system-hash.ts';
import { pagePreviewer } from '#main/publishing/page-previewer.ts';
import { previewService } from '#main/services/preview-service.ts';
import type { Receipt } from '#shared/model/receipt.ts';
import { testProfile } from '#tests/builders/bureau-profile.ts';
import { releaseWith, storedPicture } from '#tests/builders/package-inputs.ts';
import { publishedUpload } from '#tests/builders/published-upload.ts';
import { exporter, writer } from '#tests/builders/signatory.ts';
import { ManualTime } from '#tests/fakes/manual-timers.ts';
import { openTestDesk } from '#tests/helpers/open-test-desk.ts';
import { passReviews } from '#tests/helpers/pass-reviews.ts';
import { readZipEntries } from '#tests/helpers/zip-entries.ts';

test('what is published says the time of its package, in every channel and whenever it is looked at', async () => {
  const desk = await openTestDesk();
  const asset = await storedPicture(desk.media, '#803020');
  await desk.store.saveAsset({ asset });
  desk.sit(writer);
  const draftId = (await desk.drafts.createFrom(releaseWith([asset]), 'created')).summary.id;
  await letWarningsStand(desk, draftId, '来稿如此');
  await passReviews(desk, draftId);
  desk.sit(exporter);
  await desk.jobs.settled((await desk.packages.build(draftId)).id);
  const [record] = await desk.packages.list(draftId);
  const entries = await readZipEntries(record?.path ?? '');
  const packed = entries.get(`${record?.name}/data/article.txt`)?.toString('utf8');
  const previews = previewService({
    store: desk.store,
    clock: new ManualTime('2027-03-01T08:00:00.000Z'),
    hash: systemHash,
    desk: { person: async () => exporter, profile: async () => testProfile },
    checklists: desk.checklists,
    previewer: pagePreviewer,
    machine: () => 0,
  });
  // Not out yet: it says what it would say were it built now.
  expect((await previews.texts(draftId)).text).toContain('2027-03-01 16:00');
  if (!record) throw new Error('no package was built');
  const receipt: Receipt = {
    body: {
      format: 'gaoqian-receipt',
      version: 1,
      packageName: record.name,
      draftId,
      zipSha256: record.zipSha256,
      files: [],
      pageUrl: 'https://zjj.example.gov.cn/articles/TSZJ-20261123-0001/',
      publishedAt: '2026-11-23T09:30:00.000Z',
      portal: '市住房和城乡建设局',
    },
    publicKey: '',
    signature: '',
  };
  await desk.store.saveUpload({ upload: publishedUpload(record, receipt) });
  await desk.drafts.markPublished(draftId);
  expect((await previews.texts(draftId)).text).toBe(packed);
  const sheet = await previews.signOff(draftId);
  // When it was printed, and since when it is out.
  expect(sheet).toContain('2027-03-01 16:00');
  expect(sheet).toContain('2026-11-23 17:30　https://zjj.example.gov.cn/articles/');
});
