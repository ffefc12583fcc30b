import { createHash } from 'node:crypto';
import { cp, readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { packageBench, packageKey, reviewKey } from '#tests/builders/package-inputs.ts';
import { ManualTime } from '#tests/fakes/manual-timers.ts';
import { AdminVisitor } from '#tests/helpers/admin-visitor.ts';
import { knock } from '#tests/helpers/knock.ts';
import type { Receipt } from '#shared/model/receipt.ts';
import { portalOptions, runningPortal, sendPackage, type RunningPortal } from '#tests/helpers/running-portal.ts';
import { temporaryFolder } from '#tests/helpers/temporary-folder.ts';
import { createPortal } from '#portal/create-portal.ts';

async function signedIn(changes: Parameters<typeof runningPortal>[0] = {}) {
  const portal = await runningPortal(changes);
  const password = await portal.portal.administrators.add('管理员辛');
  const visitor = new AdminVisitor(portal);
  expect(await visitor.signIn('管理员辛', password)).toMatchObject({ status: 303 });
  return { portal, visitor, password };
}

async function publish(portal: RunningPortal): Promise<string> {
  const zip = await (await packageBench(await temporaryFolder())).write();
  expect((await knock(portal, await readFile(zip.path), zip.name)).code).toBe('published');
  return zip.name;
}

describe('signing in', () => {
  test('is needed for every page and act', async () => {
    const portal = await runningPortal();
    const stranger = new AdminVisitor(portal);
    for (const path of ['/admin', '/admin/packages', '/admin/exporters', '/admin/sites', '/admin/log']) {
      const { status, headers } = await stranger.get(path);
      expect([status, headers.get('location')]).toEqual([303, '/admin/login']);
    }
    expect((await stranger.get('/admin/')).headers.get('location')).toBe('/admin');
    expect((await stranger.post('/admin/exporters', { name: '某人' })).headers.get('location')).toBe('/admin/login');
    expect(await portal.portal.exporters.list()).toHaveLength(1);
  });

  test('takes name and password, and refuses everything else with the same words', async () => {
    const { portal, password } = await signedIn();
    const other = new AdminVisitor(portal);
    const wrong = await other.signIn('管理员辛', `${password}x`);
    const unknown = await other.signIn('没有这个人', password);
    expect([wrong.status, unknown.status]).toEqual([403, 403]);
    expect(unknown.text).toBe(wrong.text);
    expect((await other.get('/admin')).status).toBe(303);
  });

  test('is held up after too many wrong tries from one address, for the right password too', async () => {
    const { portal, password } = await signedIn({ limits: { loginsPerMinute: 3 } });
    const guesser = new AdminVisitor(portal);
    for (let tries = 0; tries < 3; tries += 1) expect((await guesser.signIn('管理员辛', 'x')).status).toBe(403);
    expect((await guesser.signIn('管理员辛', password)).status).toBe(429);
  });

  test('ends by the button, after half an hour of rest, and with the working day', async () => {
    const time = new ManualTime();
    const { visitor, password } = await signedIn({ clock: time });
    time.pass(29 * 60_000);
    expect((await visitor.get('/admin')).status).toBe(200);
    time.pass(31 * 60_000);
    expect((await visitor.get('/admin')).status).toBe(303);
    await visitor.signIn('管理员辛', password);
    for (let minutes = 0; minutes < 620; minutes += 20) {
      await visitor.get('/admin');
      time.pass(20 * 60_000);
    }
    expect((await visitor.get('/admin')).status).toBe(303);
    await visitor.signIn('管理员辛', password);
    await visitor.post('/admin/logout', {});
    expect((await visitor.get('/admin')).status).toBe(303);
  });

  test('lives in a cookie that scripts and other sites cannot use; the pages run no script and send forms here alone', async () => {
    const { portal, password, visitor } = await signedIn();
    const answer = await new AdminVisitor(portal).signIn('管理员辛', password);
    expect(answer.headers.get('set-cookie')).toMatch(/; Path=\/admin; HttpOnly; SameSite=Strict$/);
    const { headers } = await visitor.get('/admin');
    expect(headers.get('content-security-policy')).toContain("form-action 'self'");
    expect(headers.get('content-security-policy')).not.toContain('script-src');
    expect(headers.get('cache-control')).toBe('no-store');
  });

  test('does not let another site send our forms', async () => {
    const { portal, visitor } = await signedIn();
    const own = await visitor.token();
    const tries = [
      visitor.post('/admin/exporters', { name: '某人' }, { csrf: 'x' }),
      visitor.post('/admin/exporters', { name: '某人' }, { csrf: '' }),
      visitor.post('/admin/exporters', { name: '某人' }, { csrf: own, origin: 'https://evil.example' }),
      visitor.post('/admin/exporters', { name: '某人' }, { csrf: own, origin: 'null' }),
    ];
    for (const { status } of await Promise.all(tries)) expect(status).toBe(403);
    expect(await portal.portal.exporters.list()).toHaveLength(1);
  });
});

describe('exporters', () => {
  test('are registered with a token that is shown once, get another one, and lose it', async () => {
    const { portal, visitor } = await signedIn();
    const added = await visitor.post('/admin/exporters', { name: ' 信息发布员庚 ' });
    const token = /gqx_[\w-]+/.exec(added.text)?.[0] ?? '';
    expect((await portal.portal.exporters.findByToken(token))?.name).toBe('信息发布员庚');
    expect((await visitor.get('/admin/exporters')).text).not.toContain(token);
    expect((await visitor.post('/admin/exporters', { name: '信息发布员庚' })).status).toBe(409);
    const id = (await portal.portal.exporters.findByToken(token))?.id ?? '';
    const renewed = await visitor.post(`/admin/exporters/${id}/renew-token`, {});
    const next = /gqx_[\w-]+/.exec(renewed.text)?.[0] ?? '';
    expect(next).not.toBe(token);
    expect(await portal.portal.exporters.findByToken(token)).toBeUndefined();
    await visitor.post(`/admin/exporters/${id}/revoke`, {});
    expect(await portal.portal.exporters.findByToken(next)).toBeUndefined();
    expect((await visitor.get('/admin/exporters')).text).toContain('信息发布员庚（已停用）');
    expect((await visitor.post(`/admin/exporters/${id}/renew-token`, {})).status).toBe(404);
  });

  test('publish with the keys that are registered, and with none that was revoked', async () => {
    const { portal, visitor } = await signedIn();
    const { id } = (await portal.portal.exporters.list())[0] ?? { id: '' };
    expect((await visitor.post(`/admin/exporters/${id}/add-key`, { key: 'not a key' })).text).toContain('这不是');
    await visitor.post(`/admin/exporters/${id}/add-key`, { key: reviewKey.publicKey });
    await visitor.post(`/admin/exporters/${id}/revoke-key`, { key: packageKey.publicKey });
    expect(await portal.portal.exporters.keysOf(id)).toEqual([reviewKey.publicKey]);
    const bench = await packageBench(await temporaryFolder());
    const zip = await bench.write();
    expect((await knock(portal, await readFile(zip.path), zip.name)).code).toBe('signature-key-unknown');
    await visitor.post(`/admin/exporters/${id}/add-key`, { key: packageKey.publicKey });
    expect((await knock(portal, await readFile(zip.path), zip.name)).code).toBe('published');
  });

  test('have names that are shown as words', async () => {
    const { visitor } = await signedIn();
    const { text } = await visitor.post('/admin/exporters', { name: '"><script>alert(1)</script>' });
    expect(text).not.toContain('<script>');
  });
});

test('packages are listed with state and reason, and found by name, headline, exporter and hash', async () => {
  const { portal, visitor } = await signedIn();
  const name = await publish(portal);
  const junk = 'TSZJ-20261123-0009-r1';
  await knock(portal, Buffer.from('no zip at all, but long enough to be looked at'), junk);
  const find = async (query: string): Promise<string> => (await visitor.get(`/admin/packages?${query}`)).text;
  const all = await find('');
  for (const words of [name, '已发布', '房屋安全', junk, '已拒绝', 'archive-not-zip']) expect(all).toContain(words);
  expect(await find('state=refused')).not.toContain(name);
  expect(await find('state=published')).not.toContain(junk);
  for (const query of [name, '房屋安全', '信息发布员己']) {
    expect(await find(new URLSearchParams({ query }).toString())).toContain(name);
  }
  for (const query of ['%', '_', "'", '没有']) {
    expect(await find(new URLSearchParams({ query }).toString())).toContain('没有符合的发布包');
  }
  const overview = (await visitor.get('/admin')).text;
  expect(overview).toMatch(/<strong>1<\/strong> 已发布/);
  expect(overview).toMatch(/<strong>1<\/strong> 已拒绝/);
});

test('the log tells who did what, and shows when somebody changed it', async () => {
  const { portal, visitor } = await signedIn();
  await publish(portal);
  await visitor.post('/admin/exporters', { name: '信息发布员庚' });
  const { text } = await visitor.get('/admin/log');
  for (const words of ['管理员辛', '登录', '登记发布员', '信息发布员己', '发布', '校验链完整'])
    expect(text).toContain(words);
  const name = await publish(portal);
  const zip = await (await packageBench(await temporaryFolder())).write({ revision: 2 });
  expect((await knock(portal, await readFile(zip.path), zip.name)).code).toBe('package-replayed');
  const acts = (await visitor.get('/admin/log')).text;
  // The same bytes once more are noted, and are no second publication; a refusal says why in words.
  expect(acts).toContain('再次收到，没有重复发布');
  expect(acts.match(/<td class="whole">发布</g)).toHaveLength(1);
  expect(acts).toContain(`发布包：<code>${name}</code>`);
  expect(acts).toContain('原因：门户已有这篇稿件的同一版或更新版，没有重复发布。');
  const database = new Database(join(portal.folder, 'portal.db'));
  expect(() => database.exec("UPDATE audit SET who = '别人' WHERE number = 2")).toThrow(/only grows/);
  expect(() => database.exec('DELETE FROM audit')).toThrow(/only grows/);
  database.exec("DROP TRIGGER audit_stays; UPDATE audit SET who = '别人' WHERE number = 2");
  database.close();
  expect((await visitor.get('/admin/log')).text).toContain('第 2 行与校验链不符');
  expect((await visitor.get('/admin/log?verify=all')).text).toContain('第 2 行与校验链不符');
});

test('a log that is longer than a page is turned over; a change far back shows when all of it is verified', async () => {
  const { portal, visitor } = await signedIn();
  for (let count = 0; count < 120; count += 1) await portal.portal.audit.append('portal', 'backup.made', { count });
  const first = await visitor.get('/admin/log');
  expect(first.text).toContain('count=119');
  expect(first.text).not.toContain('count=60"');
  expect((await visitor.get('/admin/log?page=2')).text).toContain('count=60"');
  expect((await visitor.get('/admin/log?verify=all')).text).toContain('整条校验链完整');
  const database = new Database(join(portal.folder, 'portal.db'));
  database.exec("DROP TRIGGER audit_stays; UPDATE audit SET facts = '{}' WHERE number = 20");
  database.close();
  expect((await visitor.get('/admin/log')).text).toContain('本页各行的校验链完整');
  expect((await visitor.get('/admin/log?verify=all')).text).toContain('第 20 行与校验链不符');
});

describe('sites', () => {
  const fields = {
    siteName: '市住建局',
    bureauName: '某市住房和城乡建设局',
    columns: '政策解读\n工作动态\n工作动态\n',
    contacts: '联系电话：0750-5524538',
    filings: '粤ICP备00000000号',
    linkAllowList: '*.gov.cn\r\nWWW.example.com',
  };

  test('are as the profile says until somebody changes them; every page shows it', async () => {
    const { portal, visitor } = await signedIn();
    await publish(portal);
    const [site] = await portal.portal.sites.list();
    const path = `/admin/sites/${site?.domain}`;
    expect((await visitor.post(`${path}/change`, fields)).status).toBe(303);
    expect(await portal.portal.sites.list()).toMatchObject([
      {
        columns: ['政策解读', '工作动态'],
        linkAllowList: [site?.domain, '*.gov.cn', 'www.example.com'],
        siteName: '市住建局',
      },
    ]);
    for (const address of ['/', '/articles/TSZJ-20261123-0007/', '/nothing']) {
      const text = await (await fetch(`${portal.url}${address}`)).text();
      for (const words of ['市住建局', '联系电话：0750-5524538', '粤ICP备00000000号']) expect(text).toContain(words);
    }
    expect(await (await fetch(`${portal.url}/feed.xml`)).text()).toContain('<title>市住建局</title>');
    expect((await visitor.get('/admin/log')).text).toContain('修改站点');
  });

  test('that are not written right are not taken, and the form says why', async () => {
    const { portal, visitor } = await signedIn();
    const before = await portal.portal.sites.list();
    const domain = before[0]?.domain ?? '';
    const tries = [
      visitor.post('/admin/sites', { ...fields, domain: 'https://x/' }),
      visitor.post('/admin/sites', { ...fields, domain: 'zf.example.gov.cn', siteName: ' ' }),
      visitor.post(`/admin/sites/${domain}/change`, { ...fields, linkAllowList: 'javascript:alert(1)' }),
      visitor.post(`/admin/sites/${domain}/change`, { ...fields, contacts: '长'.repeat(101) }),
    ];
    for (const { status, text } of await Promise.all(tries)) {
      expect(status).toBe(400);
      expect(text).toContain('role="alert"');
    }
    expect((await visitor.post('/admin/sites', { ...fields, domain })).status).toBe(409);
    expect((await visitor.post(`/admin/sites/${domain}/retire`, {})).status).toBe(404);
    expect((await visitor.post('/admin/sites/none.example.gov.cn/change', fields)).status).toBe(404);
    expect(await portal.portal.sites.list()).toEqual(before);
  });

  test('that are retired take no packages and keep their pages; those of others are seen under their own names', async () => {
    const { portal, visitor } = await signedIn();
    const name = await publish(portal);
    const domain = (await portal.portal.sites.list())[0]?.domain ?? '';
    await visitor.post('/admin/sites', { ...fields, domain: 'zf.example.gov.cn', siteName: '住房保障专题' });
    expect((await visitor.post(`/admin/sites/${domain}/retire`, {})).status).toBe(303);
    const next = await (await packageBench(await temporaryFolder())).write({ revision: 4 });
    expect(await knock(portal, await readFile(next.path), next.name)).toEqual({ status: 422, code: 'site-unknown' });
    // Whoever comes by another name sees the first site that is in service.
    const front = await (await fetch(portal.url)).text();
    expect(front).toContain('住房保障专题');
    expect(front).toContain('暂无信息');
    const byName = await portal.portal.app.inject({ url: '/', headers: { host: domain } });
    expect(byName.body).toContain('回头看');
    const page = await (await fetch(`${portal.url}/articles/${name.replace(/-r\d+$/, '')}/`)).text();
    expect(page).toContain('市住房和城乡建设局');
    expect((await visitor.post(`/admin/sites/${domain}/reinstate`, {})).status).toBe(303);
    expect(await knock(portal, await readFile(next.path), next.name)).toEqual({ status: 200, code: 'published' });
  });
});

test('a backup is made while the portal works, and restored into an empty folder it serves the same, byte for byte', async () => {
  const { portal, visitor } = await signedIn();
  const name = await publish(portal);
  // The page is public, and its receipt given, a moment before the zip lies in the archive.
  await expect.poll(async () => readdir(join(portal.folder, 'archive'))).toHaveLength(1);
  await visitor.post('/admin/backup', {});
  expect((await visitor.get('/admin')).text).toContain('1 个发布包');
  const backup = join(portal.folder, 'backup');
  const folder = join(await temporaryFolder(), 'restored');
  await cp(backup, folder, { recursive: true });
  const restored = createPortal(portalOptions(folder, { publicUrl: portal.url }));
  const url = await restored.listen();
  try {
    const article = `/articles/${name.replace(/-r\d+$/, '')}/`;
    const pages = ['/', article, `${article}?view=large`, '/feed.xml', '/sitemap.xml'];
    for (const path of [...pages, `${article}images/01.jpg`, `${article}images/thumb-02.jpg`]) {
      const [one, other] = await Promise.all([fetch(`${url}${path}`), fetch(`${portal.url}${path}`)]);
      expect([path, one.status]).toEqual([path, 200]);
      expect(Buffer.from(await one.arrayBuffer()).equals(Buffer.from(await other.arrayBuffer())), path).toBe(true);
    }
    const receipt = await fetch(`${url}/api/v1/receipts/${await onlyZipOf(folder)}`, {
      headers: { authorization: `Bearer ${portal.token}` },
    });
    expect(receipt.status).toBe(200);
    expect(await onlyZipOf(folder)).toBe(await onlyZipOf(portal.folder));
    expect(await restored.exporters.details()).toEqual(await portal.portal.exporters.details());
    expect(await restored.sites.list()).toEqual(await portal.portal.sites.list());
    expect(await restored.audit.broken()).toBeNull();
    // And it goes on from there: the key of receipts, tokens and keys are the same.
    const next = await (await packageBench(await temporaryFolder())).write({ revision: 4 });
    const sent = await sendPackage({ url, token: portal.token }, next);
    expect(sent.publicKey).toBe(((await receipt.json()) as Receipt).publicKey);
  } finally {
    await restored.close();
  }
  // A second one into the same folder adds what is new.
  expect(await portal.portal.backUp(backup)).toMatchObject({ packages: 1 });
});

/** Name of the one zip in the archive, after its bytes were found to be what it says. */
async function onlyZipOf(folder: string): Promise<string> {
  const [file = '', ...others] = await readdir(join(folder, 'archive'));
  expect(others).toEqual([]);
  const sha256 = createHash('sha256')
    .update(await readFile(join(folder, 'archive', file)))
    .digest('hex');
  expect(file).toBe(`${sha256}.zip`);
  return sha256;
}
