import { describe, expect, test } from 'vitest';
import { packageReader } from '#main/publishing/package-reader.ts';
import { keyRingOf } from '#main/publishing/key-ring.ts';
import { openItems } from '#shared/model/checklist.ts';
import { contentOf } from '#tests/builders/content.ts';
import { exporter, finalReviewer, writer } from '#tests/builders/signatory.ts';
import { openTestDesk, type TestDesk } from '#tests/helpers/open-test-desk.ts';
import { passReviews } from '#tests/helpers/pass-reviews.ts';

const filled = {
  columnId: 'work-news',
  contentSource: '市住房和城乡建设局',
  authors: ['拟稿员甲'],
  keywords: ['房屋安全'],
  abstract: '排查情况。',
};

async function draftWithWarnings(desk: TestDesk): Promise<string> {
  desk.sit(writer);
  const content = contentOf('检查房屋', ['今天,检查。', '明天,检查。'], filled);
  return (await desk.drafts.createFrom(content, 'created')).summary.id;
}

const warningsOf = async (desk: TestDesk, draftId: string) =>
  (await desk.checklists.read(draftId)).items.filter(({ finding }) => finding.severity === 'warning');

describe('warnings', () => {
  test('stop a package until somebody gives a reason, which the package keeps with the name', async () => {
    const desk = await openTestDesk();
    const draftId = await draftWithWarnings(desk);
    await passReviews(desk, draftId);
    desk.sit(exporter);
    const refused = await desk.jobs.settled((await desk.packages.build(draftId)).id);
    expect(refused.error).toEqual({ code: 'warnings-open', params: { count: 2 } });

    const findings = (await warningsOf(desk, draftId)).map(({ finding }) => finding.id);
    const { items } = await desk.checklists.waive(draftId, findings, '来稿原文如此');
    expect(openItems(items)).toEqual({ errors: 0, warnings: 0 });
    const done = await desk.jobs.settled((await desk.packages.build(draftId)).id);
    expect(done.error).toBeNull();

    const [record] = await desk.packages.list(draftId);
    const keyRing = keyRingOf([(await desk.keys.signingKey('package')).publicKey]);
    const read = await packageReader.readPackage(record?.path ?? '', { keyRing });
    await read.dispose();
    expect(read.checks.waivers.map(({ findingId, reason, by }) => ({ findingId, reason, name: by.name }))).toEqual(
      findings.map((findingId) => ({ findingId, reason: '来稿原文如此', name: exporter.name })),
    );
  });

  test('ask again when the reason is taken back', async () => {
    const desk = await openTestDesk();
    const draftId = await draftWithWarnings(desk);
    const [first] = await warningsOf(desk, draftId);
    await desk.checklists.waive(draftId, [first?.finding.id ?? ''], '来稿原文如此');
    const waiver = (await warningsOf(desk, draftId)).find((item) => item.waiver !== null)?.waiver;
    await desk.checklists.takeBack(draftId, waiver?.id ?? '');
    expect(openItems((await desk.checklists.read(draftId)).items).warnings).toBe(2);
    // An older review file brings it once more: it was taken back here, and stays so.
    if (waiver) await desk.store.saveWaiver({ waiver });
    expect(openItems((await desk.checklists.read(draftId)).items).warnings).toBe(2);
    await desk.checklists.waive(draftId, [first?.finding.id ?? ''], '又问过来稿单位');
    expect(openItems((await desk.checklists.read(draftId)).items).warnings).toBe(1);
  });

  test('alone can be let stand: an error is refused, and so is what is not on the list', async () => {
    const desk = await openTestDesk();
    const draftId = await draftWithWarnings(desk);
    const { items } = await desk.checklists.read(draftId);
    const error = items.find(({ finding }) => finding.severity === 'error');
    expect(error?.finding.rule).toBe('review-missing');
    for (const id of [error?.finding.id ?? '', 'made-up|1']) {
      await expect(desk.checklists.waive(draftId, [id], '理由充分')).rejects.toMatchObject({ code: 'not-allowed' });
    }
  });

  test('travel with the review file, so that the final reviewer sees the reasons on another machine', async () => {
    const [here, there] = [await openTestDesk(), await openTestDesk()];
    const draftId = await draftWithWarnings(here);
    const [first] = await warningsOf(here, draftId);
    await here.checklists.waive(draftId, [first?.finding.id ?? ''], '来稿原文如此');
    const file = await here.reviewFiles.write(draftId);
    there.sit(finalReviewer);
    const { fingerprint } = await here.keys.signingKey('review');
    await there.reviewFiles.readFile(file.path, fingerprint);
    const seen = (await warningsOf(there, draftId)).flatMap(({ waiver }) => waiver ?? []);
    expect(seen).toMatchObject([{ reason: '来稿原文如此', by: { name: writer.name } }]);
  });
});
