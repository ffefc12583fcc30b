import { describe, expect, test } from 'vitest';
import { letWarningsStand } from '#cli/commands/let-warnings-stand.ts';
import { packageReader } from '#main/publishing/package-reader.ts';
import { keyRingOf } from '#main/publishing/key-ring.ts';
import type { PackageRecord } from '#shared/model/package-record.ts';
import type { Receipt } from '#shared/model/receipt.ts';
import { contentOf } from '#tests/builders/content.ts';
import { publishedUpload } from '#tests/builders/published-upload.ts';
import { exporter, finalReviewer, writer } from '#tests/builders/signatory.ts';
import { openTestDesk, type TestDesk } from '#tests/helpers/open-test-desk.ts';
import { passReviews } from '#tests/helpers/pass-reviews.ts';
import { deafListener, quickClient, runningPortal, type RunningPortal } from '#tests/helpers/running-portal.ts';

const metadata = {
  columnId: 'work-news',
  contentSource: '市住房和城乡建设局',
  authors: ['拟稿员甲'],
  keywords: ['房屋安全'],
  abstract: '排查情况。',
};

/** A workstation and a real portal that knows its key. */
async function office(changes: Parameters<typeof runningPortal>[0] = {}) {
  const desk = await openTestDesk();
  const portal = await runningPortal(changes);
  const { id, token } = await portal.portal.exporters.add('信息发布员庚');
  await portal.portal.exporters.addKey(id, (await desk.keys.signingKey('package')).publicKey);
  return { desk, portal: { ...portal, token } };
}

/** Three reviews, a package, its upload, and what the workstation notes of it. */
async function publish(desk: TestDesk, portal: RunningPortal, draftId: string): Promise<Receipt> {
  await letWarningsStand(desk, draftId, '原文如此');
  await passReviews(desk, draftId);
  desk.sit(exporter);
  const job = await desk.jobs.settled((await desk.packages.build(draftId)).id);
  expect(job.error).toBeNull();
  const [record] = await desk.packages.list(draftId);
  if (!record) throw new Error('no package was built');
  return await send(desk, portal, record);
}

async function send(desk: TestDesk, portal: RunningPortal, record: PackageRecord): Promise<Receipt> {
  const keyRing = keyRingOf([(await desk.keys.signingKey('package')).publicKey]);
  const { files } = await packageReader.verifyPackage(record.path, { keyRing });
  const receipt = await quickClient().send(
    { url: portal.url, token: portal.token, certificate: '', publicKey: null },
    { ...record, files },
    { uploadUrl: '', signal: new AbortController().signal, listener: deafListener, bytesPerSecond: () => 0 },
  );
  await desk.store.saveUpload({ upload: publishedUpload(record, receipt) });
  await desk.drafts.markPublished(record.draftId);
  return receipt;
}

async function published() {
  const { desk, portal } = await office();
  desk.sit(writer);
  const draftId = (await desk.drafts.createFrom(contentOf('检查房屋', ['3月16日检查。'], metadata), 'created')).summary
    .id;
  return { desk, portal, draftId, receipt: await publish(desk, portal, draftId) };
}

async function changeWords(desk: TestDesk, draftId: string, words: string): Promise<void> {
  const { content } = await desk.drafts.open(draftId);
  const paragraph = { type: 'paragraph', children: [{ type: 'text', text: words }] } as const;
  const document = { ...content.document, children: [{ ...paragraph, children: [...paragraph.children] }] };
  await desk.drafts.saveContent(draftId, { ...content, document });
}

describe('a correction', () => {
  test('opens the draft again, needs its own three reviews, and stands with its note at the same address', async () => {
    const { desk, portal, draftId, receipt } = await published();
    const first = /发布时间：([\d: -]{16})/.exec(await (await fetch(receipt.body.pageUrl)).text())?.[1];
    const opened = await desk.amendments.begin(draftId, 'correct', '更正第一段的日期');
    expect(opened.summary.state).toBe('drafting');
    expect(opened.content.metadata.amendment).toMatchObject({ kind: 'correct', replaces: receipt.body.packageName });
    await expect(desk.packages.build(draftId)).rejects.toMatchObject({ code: 'not-signed-off' });

    await changeWords(desk, draftId, '3月17日检查。');
    const corrected = await publish(desk, portal, draftId);
    expect(corrected.body.pageUrl).toBe(receipt.body.pageUrl);
    const page = await (await fetch(receipt.body.pageUrl)).text();
    expect(page).toContain('3月17日检查。');
    expect(page).toContain('更正说明：更正第一段的日期（');
    expect(page).not.toContain('3月16日检查。');
    // The date of the first publication stays.
    expect(page).toContain(`发布时间：${first}`);
    expect(page).toContain(`<meta name="PubDate" content="${first}">`);
    expect((await desk.drafts.open(draftId)).summary.state).toBe('published');
    // The old version is kept for the record.
    const kept = await fetch(`${portal.url}/api/v1/receipts/${receipt.body.zipSha256}`, {
      headers: { authorization: `Bearer ${portal.token}` },
    });
    expect(await kept.json()).toEqual(receipt);
  });

  test('can be given up: what is live stands again, published as it was', async () => {
    const { desk, draftId } = await published();
    await desk.amendments.begin(draftId, 'correct', '更正第一段的日期');
    await changeWords(desk, draftId, '改了一半。');
    const { summary, content } = await desk.amendments.abandon(draftId);
    expect(summary.state).toBe('published');
    expect(content.metadata.amendment).toBeUndefined();
    expect(JSON.stringify(content.document)).toContain('3月16日检查。');
  });

  test('can be compared with what is live', async () => {
    const { desk, draftId } = await published();
    await desk.amendments.begin(draftId, 'correct', '更正第一段的日期');
    const live = await desk.drafts.readRevision(await desk.amendments.liveRevision(draftId));
    expect(JSON.stringify(live.content.document)).toContain('3月16日检查。');
  });
});

describe('a withdrawal', () => {
  test('needs its own three reviews although no word changed; then the address answers 410', async () => {
    const { desk, portal, draftId, receipt } = await published();
    await desk.amendments.begin(draftId, 'withdraw', '政策已废止');
    await expect(desk.packages.build(draftId)).rejects.toMatchObject({ code: 'not-signed-off' });
    expect((await fetch(receipt.body.pageUrl)).status).toBe(200);
    await publish(desk, portal, draftId);
    const gone = await fetch(receipt.body.pageUrl);
    expect(gone.status).toBe(410);
    expect(await gone.text()).not.toContain('检查房屋');
    expect(await (await fetch(portal.url)).text()).not.toContain('检查房屋');
    await expect(desk.amendments.begin(draftId, 'correct', '再改一改')).rejects.toMatchObject({ code: 'nothing-live' });
  });
});

describe('an amendment', () => {
  test('is refused for a draft that is not published, and to a role that neither writes nor exports', async () => {
    const { desk } = await office();
    desk.sit(writer);
    const content = contentOf('检查房屋', ['3月16日检查。'], metadata);
    const { id } = (await desk.drafts.createFrom(content, 'created')).summary;
    await expect(desk.amendments.begin(id, 'correct', '改日期')).rejects.toMatchObject({ code: 'not-allowed' });
    desk.sit(finalReviewer);
    await expect(desk.amendments.begin(id, 'correct', '改日期')).rejects.toMatchObject({ code: 'not-allowed' });
  });
});

describe('an embargo', () => {
  test('is kept by the portal: receipted at once, seen from the planned minute on, in lists too', async () => {
    let now = '2026-11-28T01:00:00.000Z';
    const { desk, portal } = await office({ clock: { now: () => now } });
    desk.sit(writer);
    const plannedAt = '2030-01-01T01:00:00.000Z';
    const content = contentOf('检查房屋', ['3月16日检查。'], { ...metadata, plannedAt });
    const draftId = (await desk.drafts.createFrom(content, 'created')).summary.id;
    const receipt = await publish(desk, portal, draftId);
    expect(receipt.body.visibleFrom).toBe(plannedAt);
    expect((await fetch(receipt.body.pageUrl)).status).toBe(404);
    expect(await (await fetch(portal.url)).text()).not.toContain('检查房屋');
    now = plannedAt;
    const page = await fetch(receipt.body.pageUrl);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('<meta name="PubDate" content="2030-01-01 09:00">');
    expect(await (await fetch(portal.url)).text()).toContain('检查房屋');
  });
});
