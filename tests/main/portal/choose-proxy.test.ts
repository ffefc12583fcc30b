import { describe, expect, test } from 'vitest';
import { chooseProxy } from '#main/portal/choose-proxy.ts';
import { environmentLogins, environmentProxies } from '#main/portal/environment-proxies.ts';

describe('the answer of a proxy script', () => {
  test.each([
    ['DIRECT', null],
    ['', null],
    ['PROXY proxy.example:3128', 'http://proxy.example:3128'],
    ['HTTPS proxy.example:443; DIRECT', 'https://proxy.example:443'],
    ['SOCKS5 proxy.example:1080; PROXY other.example:8080', 'http://other.example:8080'],
    ['SOCKS proxy.example:1080; DIRECT', null],
  ])('%j', (answer, proxy) => {
    expect(chooseProxy(answer)).toBe(proxy);
  });

  test('that names only what we cannot speak to is refused', () => {
    expect(() => chooseProxy('SOCKS5 proxy.example:1080')).toThrow(expect.objectContaining({ code: 'portal-proxy' }));
  });
});

async function resolve(url: string, environment: Record<string, string>): Promise<string> {
  return environmentProxies(environment).resolve(url);
}

describe('the environment', () => {
  test('names a proxy for each scheme, in small or capital letters', async () => {
    const environment = { HTTPS_PROXY: 'http://one.example:3128', http_proxy: 'two.example:8080' };
    expect(await resolve('https://portal.example/', environment)).toBe('PROXY one.example:3128');
    expect(await resolve('http://portal.example/', environment)).toBe('PROXY two.example:8080');
    expect(await resolve('https://portal.example/', { all_proxy: 'socks5://s.example:1080' })).toBe(
      'SOCKS s.example:1080',
    );
    expect(await resolve('https://portal.example/', {})).toBe('DIRECT');
  });

  test('may give a name and a password for it, which stand in no answer', async () => {
    const environment = { https_proxy: 'http://zhujian:p%40ss@one.example:3128' };
    expect(await resolve('https://portal.example/', environment)).toBe('PROXY one.example:3128');
    const logins = environmentLogins(environment);
    expect(await logins.find('one.example:3128')).toEqual({ name: 'zhujian', password: 'p@ss' });
    expect(await logins.find('two.example:3128')).toBeNull();
    expect(await environmentLogins({ http_proxy: 'one.example:3128' }).find('one.example:3128')).toBeNull();
  });

  test('never sends what is meant for this machine through a proxy', async () => {
    const environment = { http_proxy: 'two.example:8080' };
    for (const host of ['127.0.0.1:8620', 'localhost', '[::1]:8620', '127.8.8.8']) {
      expect(await resolve(`http://${host}/`, environment)).toBe('DIRECT');
    }
  });

  test.each([
    ['*', 'DIRECT'],
    ['gov.cn', 'DIRECT'],
    ['.gov.cn', 'DIRECT'],
    ['*.gov.cn', 'DIRECT'],
    ['example.com, zjj.gov.cn:443', 'PROXY p.example:1'],
    ['zjj.gov.cn:8443', 'DIRECT'],
    ['j.gov.cn', 'PROXY p.example:1'],
  ])('makes an exception for %j', async (list, answer) => {
    const environment = { https_proxy: 'p.example:1', no_proxy: list };
    expect(await resolve('https://zjj.gov.cn:8443/', environment)).toBe(answer);
  });
});
