import { createHash } from 'node:crypto';
import { appendFile, copyFile, cp, mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { makeSigningKey } from '#main/publishing/minisign.ts';
import { testId } from '#tests/fakes/counting-ids.ts';
import { signedOff } from '#tests/builders/review-record.ts';
import { attachmentBytes } from '#tests/builders/attachments.ts';
import { packageBench, testDraftId } from '#tests/builders/package-inputs.ts';
import { portalOptions, runningPortal, sendPackage, type RunningPortal } from '#tests/helpers/running-portal.ts';
import { temporaryFolder } from '#tests/helpers/temporary-folder.ts';
import { createPortal } from '#portal/create-portal.ts';

async function get(portal: RunningPortal, path: string, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${portal.url}${path}`, { redirect: 'manual', headers });
}

function authorized(portal: RunningPortal): Record<string, string> {
  return { authorization: `Bearer ${portal.token}` };
}

describe('a package that comes in', () => {
  test('is published: page, pictures, a line on the front page, and a receipt that names every file', async () => {
    const portal = await runningPortal();
    const bench = await packageBench(await temporaryFolder());
    const zip = await bench.write();
    const receipt = await sendPackage(portal, zip);

    expect(receipt.body).toMatchObject({
      packageName: 'TSZJ-20261123-0007-r3',
      draftId: testDraftId,
      zipSha256: zip.sha256,
      pageUrl: `${portal.url}/articles/TSZJ-20261123-0007/`,
      portal: '市住房和城乡建设局',
    });
    expect(receipt.body.files.map((file) => file.path)).toContain('data/images/02.jpg');

    const page = await (await fetch(receipt.body.pageUrl)).text();
    expect(page).toContain('<h1>市住建局开展房屋安全排查“回头看”</h1>');
    expect(page).toContain('▲工作人员在第1处现场检查');
    const picture = await get(portal, '/articles/TSZJ-20261123-0007/images/01.jpg');
    expect(picture.headers.get('content-type')).toBe('image/jpeg');
    expect(picture.headers.get('x-content-type-options')).toBe('nosniff');
    const bytes = Buffer.from(await picture.arrayBuffer());
    const told = receipt.body.files.find((file) => file.path === 'data/images/01.jpg')?.sha256;
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(told);

    expect(page).toContain('<a href="attachments/01.pdf" download="房屋安全排查须知.pdf">');
    const attachment = await get(portal, '/articles/TSZJ-20261123-0007/attachments/01.pdf');
    expect(Buffer.from(await attachment.arrayBuffer())).toEqual(attachmentBytes.pdf);
    expect(attachment.headers.get('content-type')).toBe('application/pdf');
    expect(attachment.headers.get('content-disposition')).toBe('attachment');
    expect(attachment.headers.get('x-content-type-options')).toBe('nosniff');
    expect((await get(portal, '/articles/TSZJ-20261123-0007/attachments/03.pdf')).status).toBe(404);

    const front = await (await get(portal, '/')).text();
    expect(front).toContain('href="/articles/TSZJ-20261123-0007/"');
    expect(front).toContain('/articles/TSZJ-20261123-0007/images/thumb-01.jpg');
    expect(front).toContain('工作动态');
    // Lists show the list title, the page its headline.
    expect(front).toContain('>房屋安全“回头看”</a>');
  });

  test('keeps the government page tags byte for byte', async () => {
    const portal = await runningPortal();
    const bench = await packageBench(await temporaryFolder());
    const zip = await bench.write();
    const receipt = await sendPackage(portal, zip);
    const own = await readFile(join(portal.folder, 'packages', zip.sha256, 'data', 'index.html'), 'utf8');
    const head = own.slice(own.indexOf('<head>') + '<head>'.length, own.indexOf('<style>')).trim();
    expect(head.match(/<meta name="[A-Z]/g)).toHaveLength(15);
    expect(await (await fetch(receipt.body.pageUrl)).text()).toContain(head);
  });

  test('gets the same receipt when it comes again, and is published once', async () => {
    const portal = await runningPortal();
    const zip = await (await packageBench(await temporaryFolder())).write();
    const first = await sendPackage(portal, zip);
    expect(await sendPackage(portal, zip)).toEqual(first);
    expect((await (await get(portal, '/')).text()).match(/<li>\s*<div class="words">/g)).toHaveLength(1);
  });

  test('leaves nothing behind but the page and the archive', async () => {
    const portal = await runningPortal();
    const zip = await (await packageBench(await temporaryFolder())).write();
    await sendPackage(portal, zip);
    await portal.portal.close();
    expect(await readdir(join(portal.folder, 'uploads'))).toEqual([]);
    expect(await readdir(join(portal.folder, 'temporary', 'portal'))).toEqual([]);
    expect(await readdir(join(portal.folder, 'archive'))).toEqual([`${zip.sha256}.zip`]);
    expect(await readdir(join(portal.folder, 'packages'))).toEqual([zip.sha256]);
  });

  test('replaces an earlier revision under the same address', async () => {
    const portal = await runningPortal();
    const bench = await packageBench(await temporaryFolder());
    const third = await sendPackage(portal, await bench.write());
    const fourth = await sendPackage(portal, await bench.write({ revision: 4 }));
    expect(fourth.body.packageName).toBe('TSZJ-20261123-0007-r4');
    expect(fourth.body.pageUrl).toBe(third.body.pageUrl);
  });
});

describe('a package that is refused', () => {
  test('an older revision than the published one is a replay', async () => {
    const portal = await runningPortal();
    const bench = await packageBench(await temporaryFolder());
    await sendPackage(portal, await bench.write());
    await expect(sendPackage(portal, await bench.write({ revision: 2 }))).rejects.toMatchObject({
      code: 'package-replayed',
      params: { revision: 2, published: 3 },
    });
  });

  test('other bytes under a published name are a conflict', async () => {
    const portal = await runningPortal();
    const bench = await packageBench(await temporaryFolder());
    await sendPackage(portal, await bench.write());
    const other = await packageBench(await temporaryFolder());
    const zip = await other.write({ at: '2026-11-23T08:00:00.000Z' });
    await expect(sendPackage(portal, zip)).rejects.toMatchObject({
      code: 'portal-conflict',
      params: { name: 'TSZJ-20261123-0007-r3' },
    });
  });

  test('another draft under a published number is a conflict', async () => {
    const portal = await runningPortal();
    const bench = await packageBench(await temporaryFolder());
    await sendPackage(portal, await bench.write());
    const draftId = testId(2, 0xd);
    const records = signedOff(draftId, bench.inputs.content);
    const zip = await bench.write({ draftId, records, revision: 5 });
    await expect(sendPackage(portal, zip, { draftId })).rejects.toMatchObject({ code: 'portal-conflict' });
  });

  test('a key that is not registered for the exporter', async () => {
    const portal = await runningPortal();
    const zip = await (await packageBench(await temporaryFolder())).write({ key: makeSigningKey() });
    await expect(sendPackage(portal, zip)).rejects.toMatchObject({ code: 'portal-key-unknown' });
  });

  test('a key of another exporter, until it is registered for this one too', async () => {
    const portal = await runningPortal();
    const key = makeSigningKey();
    const colleague = await portal.portal.exporters.add('信息发布员庚');
    await portal.portal.exporters.addKey(colleague.id, key.publicKey);
    const zip = await (await packageBench(await temporaryFolder())).write({ key });
    await expect(sendPackage(portal, zip)).rejects.toMatchObject({ code: 'portal-key-unknown' });
    const mine = (await portal.portal.exporters.list()).find((exporter) => exporter.name === '信息发布员己');
    await portal.portal.exporters.addKey(mine?.id ?? '', key.publicKey);
    expect((await sendPackage(portal, zip)).body.zipSha256).toBe(zip.sha256);
  });

  test('bytes that differ from the announced hash', async () => {
    const portal = await runningPortal();
    const zip = await (await packageBench(await temporaryFolder())).write();
    const announced = { zipSha256: 'a'.repeat(64) };
    await expect(sendPackage(portal, zip, announced)).rejects.toMatchObject({
      params: { reason: 'bag-hash-mismatch' },
    });
  });

  test('a zip with one byte more', async () => {
    const portal = await runningPortal();
    const zip = await (await packageBench(await temporaryFolder())).write();
    await appendFile(zip.path, '!');
    const sha256 = createHash('sha256')
      .update(await readFile(zip.path))
      .digest('hex');
    const longer = { ...zip, sha256, bytes: zip.bytes + 1 };
    await expect(sendPackage(portal, longer)).rejects.toMatchObject({ params: { reason: 'archive-extra-bytes' } });
    expect(await (await get(portal, '/')).text()).toContain('暂无信息');
  });
});

describe('the API', () => {
  test('opens to tokens alone', async () => {
    const portal = await runningPortal();
    for (const authorization of [
      '',
      'Bearer',
      'Bearer gqx_wrong',
      `Basic ${portal.token}`,
      `Bearer ${portal.token}x`,
    ]) {
      const answer = await get(portal, `/api/v1/receipts/${'a'.repeat(64)}`, { authorization });
      expect(answer.status).toBe(401);
      expect(await answer.json()).toEqual({
        code: 'portal-unauthorized',
        params: {},
        text: '令牌缺失、不正确或已停用。',
      });
    }
    const answer = await get(portal, `/api/v1/receipts/${'a'.repeat(64)}`, authorized(portal));
    expect(answer.status).toBe(404);
    expect(await answer.json()).toMatchObject({ code: 'not-found' });
  });

  test('opens no more to a token that was revoked', async () => {
    const portal = await runningPortal();
    expect((await get(portal, '/api/v1/', authorized(portal))).status).toBe(200);
    const { id, name } = (await portal.portal.exporters.list())[0] ?? { id: '', name: '' };
    await portal.portal.exporters.revoke(id);
    expect((await get(portal, '/api/v1/', authorized(portal))).status).toBe(401);
    const again = await portal.portal.exporters.add(name);
    expect((await get(portal, '/api/v1/', authorized({ ...portal, token: again.token }))).status).toBe(200);
  });

  test('opens to the newest token of an exporter alone', async () => {
    const portal = await runningPortal();
    const token = await portal.portal.exporters.renewToken((await portal.portal.exporters.list())[0]?.id ?? '');
    expect((await get(portal, '/api/v1/', authorized(portal))).status).toBe(401);
    expect((await get(portal, '/api/v1/', authorized({ ...portal, token }))).status).toBe(200);
  });

  test('keeps tokens only as hashes', async () => {
    const portal = await runningPortal();
    await portal.portal.close();
    const index = await readFile(join(portal.folder, 'portal.db'));
    expect(index.includes(Buffer.from(portal.token))).toBe(false);
    expect(index.includes(createHash('sha256').update(portal.token).digest('hex'))).toBe(true);
  });

  test("shows an exporter nothing of another's upload", async () => {
    const portal = await runningPortal();
    const tus = { 'tus-resumable': '1.0.0', 'upload-length': '10', 'upload-metadata': metadata('b'.repeat(64)) };
    const created = await fetch(`${portal.url}/api/v1/uploads`, {
      method: 'POST',
      headers: { ...authorized(portal), ...tus },
    });
    expect(created.status).toBe(201);
    const address = `${portal.url}${created.headers.get('location') ?? ''}`;
    const head = { method: 'HEAD', headers: { ...authorized(portal), 'tus-resumable': '1.0.0' } };
    expect((await fetch(address, head)).status).toBe(200);
    const colleague = await portal.portal.exporters.add('信息发布员庚');
    const theirs = { authorization: `Bearer ${colleague.token}`, 'tus-resumable': '1.0.0' };
    expect((await fetch(address, { method: 'HEAD', headers: theirs })).status).toBe(404);
    expect((await fetch(address, { method: 'DELETE', headers: theirs })).status).toBe(404);
  });

  test('refuses too large a package before a byte of it is sent', async () => {
    const portal = await runningPortal({ limits: { uploadBytes: 1000 } });
    const zip = await (await packageBench(await temporaryFolder())).write();
    await expect(sendPackage(portal, zip)).rejects.toMatchObject({ code: 'portal-too-large' });
    expect(await readdir(join(portal.folder, 'uploads'))).toEqual([]);
  });

  test('refuses an upload that does not say what it is', async () => {
    const portal = await runningPortal();
    const create = { ...authorized(portal), 'tus-resumable': '1.0.0', 'upload-length': '10' };
    const bad = ['', 'filename YQ==', metadata('b'.repeat(63)), metadata('b'.repeat(64), '../../etc')];
    for (const given of bad) {
      const headers = given === '' ? create : { ...create, 'upload-metadata': given };
      const answer = await fetch(`${portal.url}/api/v1/uploads`, { method: 'POST', headers });
      expect(answer.status).toBe(400);
    }
    expect(await readdir(join(portal.folder, 'uploads'))).toEqual([]);
  });

  test('stops listening to an address that keeps guessing tokens', async () => {
    const clock = { now: () => '2026-11-23T06:00:00.000Z' };
    const portal = await runningPortal({ clock, limits: { refusalsPerMinute: 3 } });
    for (let guess = 0; guess < 3; guess += 1) {
      expect((await get(portal, '/api/v1/', { authorization: `Bearer guess${guess}` })).status).toBe(401);
    }
    const answer = await get(portal, '/api/v1/', authorized(portal));
    expect(answer.status).toBe(429);
    expect(answer.headers.get('retry-after')).toBe('60');
  });

  test('shows people who open it in a browser a page instead of JSON', async () => {
    const portal = await runningPortal();
    const answer = await get(portal, '/api/v1/', { accept: 'text/html,*/*' });
    expect(answer.status).toBe(401);
    expect(await answer.text()).toContain('这里只接收已登记的信息发布员上传的发布包');
  });
});

/** The folder as it was at one moment, like the disk after a kill. */
async function folderAfterKill(prepare: (uploads: string, tusId: string) => Promise<void>) {
  const portal = await runningPortal();
  const exporterId = (await portal.portal.exporters.list())[0]?.id ?? '';
  await portal.portal.close();
  const folder = join(await temporaryFolder(), 'killed');
  await cp(portal.folder, folder, { recursive: true });
  await prepare(join(folder, 'uploads'), `${exporterId}_${testId(9)}`);
  return { folder, token: portal.token };
}

async function runningAgain(killed: { readonly folder: string; readonly token: string }): Promise<RunningPortal> {
  const portal = createPortal(portalOptions(killed.folder));
  onTestFinished(async () => portal.close());
  return { ...killed, portal, url: await portal.listen() };
}

describe('a portal that was killed', () => {
  test('publishes at its next start what had come in completely', async () => {
    const zip = await (await packageBench(await temporaryFolder())).write();
    const killed = await folderAfterKill(async (uploads, tusId) => {
      await copyFile(zip.path, join(uploads, tusId));
      await writeFile(join(uploads, `${tusId}.json`), tusRecord(tusId, zip.bytes, zip.sha256, zip.name));
    });
    const portal = await runningAgain(killed);
    const ask = async () => get(portal, `/api/v1/receipts/${zip.sha256}`, authorized(portal));
    await expect.poll(async () => (await ask()).status, { timeout: 10_000 }).toBe(200);
    expect(await (await get(portal, '/')).text()).toContain('回头看');
    expect((await sendPackage(portal, zip)).body.zipSha256).toBe(zip.sha256);
  });

  test('shows nothing of a package that was unpacked but not yet in the index', async () => {
    const zip = await (await packageBench(await temporaryFolder())).write();
    const killed = await folderAfterKill(async (uploads) => {
      await mkdir(join(uploads, '..', 'packages', zip.sha256, 'data'), { recursive: true });
      await writeFile(join(uploads, '..', 'packages', zip.sha256, 'data', 'index.html'), 'half a page');
      await mkdir(join(uploads, '..', 'temporary', 'portal', 'gaoqian-read-abc'), { recursive: true });
    });
    const portal = await runningAgain(killed);
    expect(await (await get(portal, '/')).text()).toContain('暂无信息');
    expect(await readdir(join(killed.folder, 'temporary'))).toEqual([]);
    const receipt = await sendPackage(portal, zip);
    expect(await (await fetch(receipt.body.pageUrl)).text()).toContain('回头看');
  });
});

function metadata(sha256: string, packageName = 'TSZJ-20261123-0007-r3'): string {
  const fields = { filename: `${packageName}.zip`, sha256, packageName };
  return Object.entries(fields)
    .map(([name, value]) => `${name} ${Buffer.from(value).toString('base64')}`)
    .join(',');
}

function tusRecord(id: string, size: number, sha256: string, packageName: string): string {
  const metadata = { filename: `${packageName}.zip`, sha256, packageName };
  return JSON.stringify({ id, size, offset: 0, metadata, creation_date: new Date().toISOString() });
}
