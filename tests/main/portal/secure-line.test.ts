import { describe, expect, test } from 'vitest';
import { certificateReader } from '#main/portal/certificates.ts';
import { portalClient } from '#main/portal/portal-client.ts';
import { chooseProxy } from '#main/portal/choose-proxy.ts';
import { proxyLoginService } from '#main/services/proxy-login-service.ts';
import type { ProxyLogin } from '#shared/model/proxy-login.ts';
import type { Receipt } from '#shared/model/receipt.ts';
import { packageBench } from '#tests/builders/package-inputs.ts';
import { memorySecrets } from '#tests/fakes/memory-secrets.ts';
import { ownAuthority } from '#tests/helpers/own-authority.ts';
import { deafListener, packageToSend, quickSettings, runningPortal } from '#tests/helpers/running-portal.ts';
import { officeProxy, secureFront } from '#tests/helpers/secure-front.ts';
import { temporaryFolder } from '#tests/helpers/temporary-folder.ts';

interface Way {
  readonly url: string;
  readonly token: string;
  readonly certificate?: string;
  /** What the system answers for the portal's address. */
  readonly proxy?: string;
  /** What a person gave for that proxy. */
  readonly login?: ProxyLogin;
}

async function send({ url, token, certificate = '', proxy = 'DIRECT', login }: Way): Promise<Receipt> {
  const pack = await packageToSend(await (await packageBench(await temporaryFolder())).write());
  const secrets = memorySecrets();
  const proxies = { resolve: async () => proxy };
  const logins = proxyLoginService({ secrets, proxies, choose: chooseProxy });
  if (login) await logins.keep(url, login);
  const client = portalClient({ ...quickSettings, wayOut: { proxies, logins } });
  const signal = new AbortController().signal;
  const sending = { uploadUrl: '', bytesPerSecond: () => 0, signal, listener: deafListener };
  return client.send({ url, token, certificate, publicKey: null }, pack, sending);
}

describe('a portal whose certificate the bureau made itself', () => {
  test('is believed once the root certificate is chosen, and not before', async () => {
    const { certificate, server } = ownAuthority();
    const { url: plain, token } = await runningPortal();
    const url = await secureFront(plain, server);
    await expect(send({ url, token })).rejects.toMatchObject({ code: 'portal-certificate' });
    expect((await send({ url, token, certificate })).body.packageName).toMatch(/^TSZJ-/);
  });

  test('is not believed with the root of somebody else, of the same name', async () => {
    const { server } = ownAuthority();
    const { url: plain, token } = await runningPortal();
    const url = await secureFront(plain, server);
    const other = ownAuthority().certificate;
    await expect(send({ url, token, certificate: other })).rejects.toMatchObject({ code: 'portal-certificate' });
  });

  test('is not believed for another host than its own, nor after its time', async () => {
    const { certificate, server } = ownAuthority();
    const { url: plain, token } = await runningPortal();
    const url = (await secureFront(plain, server)).replace('127.0.0.1', '127.0.0.2');
    const elsewhere = await send({ url, token, certificate }).catch((thrown: unknown) => thrown);
    // 127.0.0.2 is not listened on, or it is and the name does not match: nothing is sent either way.
    expect(['portal-unreachable', 'portal-certificate']).toContain((elsewhere as { code: string }).code);
    const old = ownAuthority('过期的根证书', -1);
    const oldUrl = await secureFront(plain, old.server);
    await expect(send({ url: oldUrl, token, certificate: old.certificate })).rejects.toMatchObject({
      code: 'portal-certificate-date',
      params: { reason: 'CERT_HAS_EXPIRED' },
    });
  });
});

describe('a file that is chosen as a root certificate', () => {
  test('is one in PEM, or several', () => {
    const { certificate } = ownAuthority();
    expect(() => certificateReader.check(certificate)).not.toThrow();
    expect(() => certificateReader.check(`说明文字\n${certificate}\n${ownAuthority().certificate}`)).not.toThrow();
  });

  test.each([
    ['words', '这不是证书'],
    ['a key', '-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n'],
    ['a broken one', '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n'],
  ])('is not %s', (_what, text) => {
    expect(() => certificateReader.check(text)).toThrow(expect.objectContaining({ code: 'certificate-invalid' }));
  });
});

describe('a portal behind the proxy of the office', () => {
  test('is reached through it, the encrypted line end to end', async () => {
    const { certificate, server } = ownAuthority();
    const { url: plain, token } = await runningPortal();
    const url = await secureFront(plain, server);
    const proxy = await officeProxy();
    await send({ url, token, certificate, proxy: `PROXY ${proxy.url}` });
    expect(proxy.asked.length).toBeGreaterThan(0);
    for (const line of proxy.asked) expect(line).toMatch(/^CONNECT 127\.0\.0\.1:\d+ HTTP\/1\.1$/);
  });

  test('is not reached past a proxy that wants a password, or one that we cannot speak to', async () => {
    const { certificate, server } = ownAuthority();
    const { url: plain, token } = await runningPortal();
    const url = await secureFront(plain, server);
    const proxy = await officeProxy({ password: 'zj:1978' });
    const way = { url, token, certificate, proxy: `PROXY ${proxy.url}` };
    await expect(send(way)).rejects.toMatchObject({ code: 'portal-proxy-login' });
    const wrong = { name: 'zhujian', password: '1978' };
    await expect(send({ ...way, login: wrong })).rejects.toMatchObject({ code: 'portal-proxy-login' });
    await expect(send({ url, token, certificate, proxy: 'SOCKS5 127.0.0.1:1080' })).rejects.toMatchObject({
      code: 'portal-proxy',
    });
  });

  test('is reached past a proxy that wants a password, once it was given; the portal never gets it', async () => {
    const { certificate, server } = ownAuthority();
    const { url: plain, token } = await runningPortal();
    const url = await secureFront(plain, server);
    const proxy = await officeProxy({ password: '密码:p@ss/1' });
    const login = { name: 'zhujian', password: '密码:p@ss/1' };
    const receipt = await send({ url, token, certificate, proxy: `PROXY ${proxy.url}`, login });
    expect(receipt.body.packageName).toMatch(/^TSZJ-/);
  });

  test('is waited for while the proxy is down', async () => {
    const { certificate, server } = ownAuthority();
    const { url: plain, token } = await runningPortal();
    const url = await secureFront(plain, server);
    await expect(send({ url, token, certificate, proxy: 'PROXY 127.0.0.1:1' })).rejects.toMatchObject({
      code: 'portal-unreachable',
    });
  });
});
