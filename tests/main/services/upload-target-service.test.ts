import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { systemDisk } from '#main/files/disk.ts';
import { systemIds } from '#main/files/system-ids.ts';
import { certificateReader } from '#main/portal/certificates.ts';
import type { Secrets } from '#main/services/ports/secrets.ts';
import type { Store } from '#main/services/ports/store.ts';
import {
  firstPortalId,
  uploadTargetService,
  tokenSecret,
  type UploadTargetService,
} from '#main/services/upload-target-service.ts';
import type { BureauProfile } from '#shared/model/bureau-profile.ts';
import { targetViewSchema, type TargetChange } from '#shared/model/upload-target.ts';
import { testProfile } from '#tests/builders/bureau-profile.ts';
import { memorySecrets } from '#tests/fakes/memory-secrets.ts';
import { steppingClock } from '#tests/fakes/stepping-clock.ts';
import { openTestStore } from '#tests/helpers/open-test-store.ts';
import { ownAuthority } from '#tests/helpers/own-authority.ts';
import { temporaryFolder } from '#tests/helpers/temporary-folder.ts';

let store: Store;
let secrets: Secrets;
let profile: BureauProfile;
let targets: UploadTargetService;

beforeEach(async () => {
  store = await openTestStore();
  secrets = memorySecrets();
  profile = testProfile;
  targets = uploadTargetService({
    store,
    secrets,
    certificates: certificateReader,
    disk: systemDisk,
    clock: steppingClock(),
    ids: systemIds(),
    profile: async () => profile,
    personId: async () => null,
  });
});

function portal(changes: Partial<Extract<TargetChange, { kind: 'portal' }>> = {}): TargetChange {
  const url = 'https://portal.example.gov.cn/';
  return { kind: 'portal', id: null, name: '局门户', url, token: 'T0ken', certificate: null, ...changes };
}

async function onlyId(): Promise<string> {
  return (await targets.list())[0]?.id ?? expect.fail('no target');
}

describe('a portal', () => {
  test('is kept with its address; its token is among the secrets and in no list', async () => {
    await targets.save(portal({ url: ' https://portal.example.gov.cn ' }));
    const [kept] = await targets.list();
    expect(targetViewSchema.parse(kept)).toMatchObject({
      kind: 'portal',
      name: '局门户',
      url: 'https://portal.example.gov.cn/',
      hasToken: true,
    });
    expect(JSON.stringify(await targets.list())).not.toContain('T0ken');
    expect(await targets.ready(await onlyId())).toMatchObject({ kind: 'portal', token: 'T0ken' });
  });

  test('keeps its token for another address of the same origin, and forgets it with any other', async () => {
    await targets.save(portal());
    const id = await onlyId();
    await targets.save(portal({ id, url: 'https://portal.example.gov.cn/news/', token: null }));
    expect(await targets.list()).toMatchObject([{ id, hasToken: true }]);
    await targets.save(portal({ id, url: 'https://elsewhere.example/', token: null }));
    expect(await targets.list()).toMatchObject([{ id, hasToken: false }]);
    expect(await targets.ready(id)).toBeNull();
    expect(await secrets.read(tokenSecret(id))).toBeNull();
  });

  test('keeps its root certificate until another is chosen, or none', async () => {
    const { certificate } = ownAuthority();
    await targets.save(portal({ certificate }));
    const id = await onlyId();
    await targets.save(portal({ id, name: '新名字' }));
    expect(await targets.ready(id)).toMatchObject({ name: '新名字', certificate });
    await targets.save(portal({ id, certificate: '' }));
    expect(await targets.ready(id)).toMatchObject({ certificate: '' });
    await expect(targets.save(portal({ id, certificate: '不是证书' }))).rejects.toMatchObject({
      code: 'certificate-invalid',
    });
  });

  test.each(['javascript:alert(1)', 'portal', 'file:///etc', 'mailto:a@example.gov.cn'])('is not %s', async (url) => {
    await expect(targets.save(portal({ url }))).rejects.toMatchObject({ code: 'link-refused' });
    expect(await targets.list()).toEqual([]);
  });

  test('is gone with its token when it is removed; the others stay', async () => {
    await targets.save(portal());
    await targets.save(portal({ name: '市政府门户', url: 'https://city.example.gov.cn/' }));
    const id = await onlyId();
    await targets.remove(id);
    expect((await targets.list()).map(({ name }) => name)).toEqual(['市政府门户']);
    expect(await secrets.read(tokenSecret(id))).toBeNull();
    await expect(targets.save(portal({ id }))).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('before anything is set up', () => {
  test('the portal of the bureau is there, without a token', async () => {
    profile = { ...testProfile, portal: { url: 'https://publish.example.gov.cn/' } };
    expect(await targets.list()).toMatchObject([
      { id: firstPortalId, url: 'https://publish.example.gov.cn/', hasToken: false },
    ]);
    await targets.save(portal({ id: firstPortalId, url: 'https://publish.example.gov.cn/' }));
    expect(await targets.list()).toMatchObject([{ id: firstPortalId, hasToken: true }]);
  });

  test('the portal and token of version 0.1.0 go on', async () => {
    const value = JSON.stringify({ theme: 'dark', portalUrl: 'https://old.example.gov.cn/' });
    await store.writeSetting({ key: 'settings', value });
    await secrets.write('portal-token', 'T0ken');
    expect(await targets.ready(firstPortalId)).toMatchObject({ url: 'https://old.example.gov.cn/', token: 'T0ken' });
  });

  test('there is nothing where nobody named a portal', async () => {
    expect(await targets.list()).toEqual([]);
  });
});

describe('a folder', () => {
  test('is kept when it is there, and needs no token', async () => {
    const path = await temporaryFolder();
    await targets.save({ kind: 'folder', id: null, name: 'U 盘', path: ` ${path} ` });
    expect(await targets.list()).toMatchObject([{ kind: 'folder', name: 'U 盘', path }]);
    expect(await targets.ready(await onlyId())).toEqual({ kind: 'folder', name: 'U 盘', path });
  });

  test.each(['relative/folder', join('/', 'nowhere', 'at', 'all')])('is not %s', async (path) => {
    const saved = targets.save({ kind: 'folder', id: null, name: 'U 盘', path });
    await expect(saved).rejects.toMatchObject({ code: 'folder-missing' });
  });
});
