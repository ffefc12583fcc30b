import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createAppFiles } from '#main/adapters/app-files.ts';
import { contentSecurityPolicy } from '#main/adapters/content-security-policy.ts';
import { temporaryFolder } from '#tests/helpers/temporary-folder.ts';

const picture = 'a'.repeat(64);
const vector = 'c'.repeat(64);
const gone = 'd'.repeat(64);
const fileId = '019ab000-0000-7000-8000-000000000001';

/** A served folder with pages, and a secret beside it that no address may reach. */
async function createServed() {
  const folder = await temporaryFolder();
  const renderer = join(folder, 'renderer');
  await mkdir(join(renderer, 'assets'), { recursive: true });
  await writeFile(join(renderer, 'index.html'), '<!doctype html>');
  await writeFile(join(renderer, 'assets/main.js'), 'main()');
  await writeFile(join(renderer, 'assets/main.js.map'), '{}');
  await writeFile(join(folder, 'secret.json'), 'secret');
  await writeFile(join(folder, 'picture'), 'pixels');
  const asked: string[] = [];
  const path = join(folder, 'picture');
  const answer = createAppFiles({
    rendererFolder: renderer,
    findMedia: async (sha256) => {
      asked.push(sha256);
      if (sha256 === picture) return { path, type: 'image/jpeg' };
      if (sha256 === vector) return { path, type: 'image/svg+xml' };
      return sha256 === gone ? { path: join(folder, 'gone'), type: 'image/png' } : undefined;
    },
    findThumbnail: async () => ({ path, type: 'image/webp' }),
    findPreview: async ({ pathname, searchParams }) => {
      if (pathname === '/preview/1/attachments/01.pdf') return { path, name: '申请表.pdf' };
      return pathname === '/preview/1/'
        ? { type: 'text/html; charset=utf-8', text: `<p>${searchParams.get('view')}</p><script>no()</script>` }
        : undefined;
    },
    findDownload: async (id) => (id === fileId ? { path, name: '审稿包 (1)\r\n.zip' } : undefined),
  });
  return {
    get: (address: string, method = 'GET') => answer(new Request(`app://desk${address}`, { method })),
    asked,
    folder,
    path,
  };
}

describe('app://desk/', () => {
  it.each(['/', '/index.html'])('serves the page at %s under the policy', async (address) => {
    const { get } = await createServed();
    const response = await get(address);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-security-policy')).toBe(contentSecurityPolicy);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(await response.text()).toBe('<!doctype html>');
  });

  it('serves scripts with their fixed type, and never lets a browser guess another', async () => {
    const { get } = await createServed();
    const response = await get('/assets/main.js');
    expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('lets a browser keep what the build named by its content, and ask anew for the page that names it', async () => {
    const { get } = await createServed();
    expect((await get('/assets/main.js')).headers.get('cache-control')).toContain('immutable');
    expect((await get('/')).headers.get('cache-control')).toBe('no-cache');
  });

  it('serves a picture by its hash, unchanging', async () => {
    const { get } = await createServed();
    const response = await get(`/media/${picture}`);
    expect(await response.text()).toBe('pixels');
    expect(response.headers.get('content-type')).toBe('image/jpeg');
    expect(response.headers.get('cache-control')).toContain('immutable');
    expect((await get(`/media/thumb/${picture}`)).headers.get('content-type')).toBe('image/webp');
  });

  it('serves a preview that may be framed by our own page, and where no script runs', async () => {
    const { get } = await createServed();
    const response = await get('/preview/1/?view=large');
    expect(await response.text()).toContain('<p>large</p>');
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'self'");
    expect(policy).toContain('sandbox allow-same-origin');
    expect(policy).not.toMatch(/script-src|allow-scripts/);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect((await get('/preview/2/')).status).toBe(404);
  });

  it('offers a file by its id for download, with its Chinese name and no way out of the header', async () => {
    const { get } = await createServed();
    const response = await get(`/files/${fileId}`);
    expect(response.headers.get('content-disposition')).toBe(
      "attachment; filename*=UTF-8''%E5%AE%A1%E7%A8%BF%E5%8C%85%20%281%29%0D%0A.zip",
    );
    expect(response.headers.get('content-type')).toBe('application/octet-stream');
  });

  it('offers an attachment of the previewed page in the same way, whatever it holds', async () => {
    const { get } = await createServed();
    const response = await get('/preview/1/attachments/01.pdf');
    expect(response.headers.get('content-disposition')).toContain('attachment;');
    expect(response.headers.get('content-type')).toBe('application/octet-stream');
  });

  it('refuses a type that is no picture, and a file that is gone', async () => {
    const { get } = await createServed();
    expect((await get(`/media/${vector}`)).status).toBe(404);
    expect((await get(`/media/${gone}`)).status).toBe(404);
  });

  it('reads only', async () => {
    const { get } = await createServed();
    expect((await get('/', 'POST')).status).toBe(405);
    expect((await get(`/media/${picture}`, 'DELETE')).status).toBe(405);
  });

  it('asks the store only for what can be a hash, and reaches no other file, over 150 hostile addresses', async () => {
    const { get, asked } = await createServed();
    const climbs = [
      '..',
      '%2e%2e',
      '..%2f',
      '..%5c',
      '..\\',
      '%252e%252e%252f',
      '....//',
      '/etc',
      'C:',
      '\u0000',
      '%00',
      'a'.repeat(63),
      'A'.repeat(64),
      `${picture}.jpg`,
      `${picture}%00`,
    ];
    const areas = ['', 'media', 'media/thumb', 'files', 'assets'];
    const tails = ['secret.json', 'picture'];
    const addresses = areas.flatMap((area) =>
      climbs.flatMap((climb) => tails.map((tail) => `/${area}/${climb}/${tail}`)),
    );
    addresses.push(
      ...climbs.map((climb) => `/media/${climb}`),
      '/assets/main.js.map',
      '/assets',
      '/media',
      `/media/${picture}/`,
      `/media/thumb/x/${picture}`,
    );
    expect(addresses.length).toBeGreaterThan(150);
    // The address parser itself makes `/` of some.
    for (const address of addresses.filter((address) => new URL(`app://desk${address}`).pathname !== '/')) {
      const response = await get(address);
      expect([address, response.status]).toEqual([address, 404]);
    }
    expect(asked).toEqual([]);
  });

  it('notices that a listed page has been deleted', async () => {
    const { get, folder } = await createServed();
    await rm(join(folder, 'renderer/index.html'));
    expect((await get('/')).status).toBe(404);
  });
});
