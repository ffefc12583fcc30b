import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LiveComparison, LivePages, PackedPage } from '#main/services/ports/live-pages.ts';
import type { LiveDifference } from '#shared/model/live-check.ts';
import { PortalHttpStack } from '../portal-http-stack.ts';
import { proxyTo, type WayOut } from '../way-out.ts';
import { compareArticle } from './compare-article.ts';
import { readArticle } from './read-article.ts';

const idleTimeout = 30_000;

export function livePages(wayOut: WayOut): LivePages {
  return {
    async compare(packed, url, certificate) {
      const { origin } = new URL(url);
      const proxy = await proxyTo(origin, wayOut);
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
  const { words, pictures, attachments } = wanted;
  const counts = { paragraphs: words.length, pictures: pictures.length, attachments: attachments.length };
  const hashes = new Map(packed.files.map(({ path, sha256 }) => [path, sha256]));
  const page = await get(stack, url);
  if (page.status !== 200) {
    return { ...counts, differences: [{ kind: 'status', status: page.status }] };
  }
  const live = readArticle(page.bytes.toString('utf8'));
  const differences: LiveDifference[] = [...compareArticle(wanted, live)];
  for (const [kind, files, found] of [
    ['picture', wanted.pictures, live.pictures],
    ['attachment', wanted.attachments, live.attachments],
  ] as const) {
    for (const [index, file] of files.entries()) {
      const way = await compareFile(stack, url, hashes.get(`data/${file}`), found[index]);
      if (way !== null) differences.push({ kind: `${kind}-${way}`, file });
    }
  }
  return { ...counts, differences };
}

async function compareFile(
  stack: PortalHttpStack,
  pageUrl: string,
  sha256: string | undefined,
  source: string | undefined,
): Promise<'missing' | 'differs' | null> {
  if (source === undefined || !URL.canParse(source, pageUrl)) return 'missing';
  const address = new URL(source, pageUrl);
  // A file that the page takes from elsewhere is not the one that was sent, whatever it holds.
  if (address.origin !== new URL(pageUrl).origin) return 'differs';
  const { status, bytes } = await get(stack, address.href);
  if (status !== 200) return 'missing';
  return createHash('sha256').update(bytes).digest('hex') === sha256 ? null : 'differs';
}

async function get(stack: PortalHttpStack, url: string): Promise<{ status: number; bytes: Buffer }> {
  const answer = await stack.createRequest('GET', url).send(null);
  return { status: answer.getStatus(), bytes: answer.getBytes() };
}
