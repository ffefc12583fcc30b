import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LiveComparison, LivePages, PackedPage } from '#main/services/ports/live-pages.ts';
import type { Proxies } from '#main/services/ports/proxies.ts';
import type { LiveDifference } from '#shared/model/live-check.ts';
import { chooseProxy } from '../choose-proxy.ts';
import { PortalHttpStack } from '../portal-http-stack.ts';
import { compareArticle } from './compare-article.ts';
import { readArticle } from './read-article.ts';

const idleTimeout = 30_000;

export function livePages(proxies: Proxies): LivePages {
  return {
    async compare(packed, url, certificate) {
      const { origin } = new URL(url);
      const proxy = chooseProxy(await proxies.resolve(origin));
      const stack = new PortalHttpStack(origin, { idleTimeout, certificate, proxy });
      try {
        return await compareWith(stack, packed, url);
      } finally {
        stack.close();
      }
    },
  };
}

async function compareWith(stack: PortalHttpStack, packed: PackedPage, url: string): Promise<LiveComparison> {
  const wanted = readArticle(await readFile(join(packed.folder, 'data', 'index.html'), 'utf8'));
  const counts = { paragraphs: wanted.words.length, pictures: wanted.pictures.length };
  const hashes = new Map(packed.files.map(({ path, sha256 }) => [path, sha256]));
  const page = await get(stack, url);
  if (page.status !== 200) {
    return { ...counts, differences: [{ kind: 'status', status: page.status }] };
  }
  const live = readArticle(page.bytes.toString('utf8'));
  const differences: LiveDifference[] = [...compareArticle(wanted, live)];
  for (const [index, file] of wanted.pictures.entries()) {
    const sha256 = hashes.get(`data/${file}`);
    const difference = await comparePicture(stack, url, file, sha256, live.pictures[index]);
    if (difference) differences.push(difference);
  }
  return { ...counts, differences };
}

async function comparePicture(
  stack: PortalHttpStack,
  pageUrl: string,
  file: string,
  sha256: string | undefined,
  source: string | undefined,
): Promise<LiveDifference | null> {
  if (source === undefined || !URL.canParse(source, pageUrl)) return { kind: 'picture-missing', file };
  const address = new URL(source, pageUrl);
  // A picture that the page takes from elsewhere is not the one that was sent, whatever it shows.
  if (address.origin !== new URL(pageUrl).origin) return { kind: 'picture-differs', file };
  const { status, bytes } = await get(stack, address.href);
  if (status !== 200) return { kind: 'picture-missing', file };
  return createHash('sha256').update(bytes).digest('hex') === sha256 ? null : { kind: 'picture-differs', file };
}

async function get(stack: PortalHttpStack, url: string): Promise<{ status: number; bytes: Buffer }> {
  const answer = await stack.createRequest('GET', url).send(null);
  return { status: answer.getStatus(), bytes: answer.getBytes() };
}
