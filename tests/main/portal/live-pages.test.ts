import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { livePages } from '#main/portal/live-page/live-pages.ts';
import { straightOut } from '#main/portal/way-out.ts';
import { readArticle } from '#main/portal/live-page/read-article.ts';
import { keyRingOf } from '#main/publishing/key-ring.ts';
import { packageReader } from '#main/publishing/package-reader.ts';
import { packageBench, packageKey } from '#tests/builders/package-inputs.ts';
import { listenOnLoopback } from '#tests/helpers/listen-on-loopback.ts';
import { runningPortal, sendPackage } from '#tests/helpers/running-portal.ts';
import { temporaryFolder } from '#tests/helpers/temporary-folder.ts';

const pages = livePages(straightOut);

/** A published package, read again as the workstation reads it. */
async function published() {
  const portal = await runningPortal();
  const zip = await (await packageBench(await temporaryFolder())).write();
  const receipt = await sendPackage(portal, zip);
  const temporary = await temporaryFolder();
  const pack = await packageReader.readPackage(zip.path, {
    keyRing: keyRingOf([packageKey.publicKey]),
    temporaryFolder: temporary,
  });
  return { portal, pack, url: receipt.body.pageUrl };
}

/** The portal's answers, changed on the way as somebody at the content system might. */
async function changed(url: string, change: (path: string, body: Buffer) => Buffer | null): Promise<string> {
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const real = await fetch(new URL(request.url ?? '/', url));
    const body = change(request.url ?? '', Buffer.from(await real.arrayBuffer()));
    response.writeHead(body ? real.status : 404, { 'content-type': real.headers.get('content-type') ?? '' });
    response.end(body ?? '');
  };
  const port = await listenOnLoopback(createServer((request, response) => void answer(request, response)));
  return `http://127.0.0.1:${port}${new URL(url).pathname}`;
}

const text = (body: Buffer, from: string, to: string): Buffer => Buffer.from(body.toString('utf8').replace(from, to));
const onPage = (edit: (body: Buffer) => Buffer) => (path: string, body: Buffer) =>
  path.endsWith('/') ? edit(body) : body;

describe('the live page', () => {
  test('is the package’s own: every word, tag and picture', async () => {
    const { pack, url } = await published();
    const found = await pages.compare(pack, url, '');
    expect(found.differences).toEqual([]);
    expect(found.pictures).toBe(2);
    expect(found.paragraphs).toBeGreaterThan(6);
  });

  test('differs in a word, a missing paragraph and an added one', async () => {
    const { pack, url } = await published();
    const word = await changed(
      url,
      onPage((body) => text(body, '组织开展房屋安全排查。', '组织房屋安全排查。')),
    );
    expect((await pages.compare(pack, word, '')).differences).toEqual([
      { kind: 'words-missing', words: '3月16日，市住建局组织开展房屋安全排查。' },
      { kind: 'words-added', words: '3月16日，市住建局组织房屋安全排查。' },
    ]);
    const added = await changed(
      url,
      onPage((body) => text(body, '</article>', '<p>广告</p></article>')),
    );
    expect((await pages.compare(pack, added, '')).differences).toEqual([{ kind: 'words-added', words: '广告' }]);
  });

  test('differs in a tag', async () => {
    const { pack, url } = await published();
    const { tags } = readArticle(await readFile(join(pack.folder, 'data', 'index.html'), 'utf8'));
    const source = tags.get('ContentSource') ?? '';
    const other = await changed(
      url,
      onPage((body) => text(body, `name="ContentSource" content="${source}"`, 'name="ContentSource" content="null"')),
    );
    expect((await pages.compare(pack, other, '')).differences).toEqual([
      { kind: 'tag', name: 'ContentSource', found: 'null' },
    ]);
  });

  test('shows other pictures, none, or one from elsewhere', async () => {
    const { pack, url } = await published();
    const exchanged = await changed(url, (path, body) =>
      path.endsWith('01.jpg') ? Buffer.concat([body, Buffer.from('x')]) : path.endsWith('02.jpg') ? null : body,
    );
    expect((await pages.compare(pack, exchanged, '')).differences).toEqual([
      { kind: 'picture-differs', file: 'images/01.jpg' },
      { kind: 'picture-missing', file: 'images/02.jpg' },
    ]);
    const elsewhere = await changed(
      url,
      onPage((body) => text(body, 'src="images/01.jpg"', 'src="http://127.0.0.2/images/01.jpg"')),
    );
    expect((await pages.compare(pack, elsewhere, '')).differences).toEqual([
      { kind: 'picture-differs', file: 'images/01.jpg' },
    ]);
  });

  test('offers another file for download, or none', async () => {
    const { pack, url } = await published();
    const exchanged = await changed(url, (path, body) =>
      path.endsWith('01.pdf') ? Buffer.concat([body, Buffer.from('x')]) : path.endsWith('02.csv') ? null : body,
    );
    expect((await pages.compare(pack, exchanged, '')).differences).toEqual([
      { kind: 'attachment-differs', file: 'attachments/01.pdf' },
      { kind: 'attachment-missing', file: 'attachments/02.csv' },
    ]);
  });

  test('is gone, or cannot be reached', async () => {
    const { pack, url, portal } = await published();
    const gone = await pages.compare(pack, `${portal.url}/articles/none/`, '');
    expect(gone.differences).toEqual([{ kind: 'status', status: 404 }]);
    await portal.portal.close();
    await expect(pages.compare(pack, url, '')).rejects.toMatchObject({ code: 'portal-unreachable' });
  });
});

test('a page that does not mark its article is searched for the words, and its menus are no additions', () => {
  const { isMarked, words } = readArticle(
    '<body><nav>首页</nav><div>第一<b>段</b><p>第二段</p></div><script>x</script>',
  );
  expect(isMarked).toBe(false);
  expect(words).toEqual(['首页', '第一段', '第二段']);
});
