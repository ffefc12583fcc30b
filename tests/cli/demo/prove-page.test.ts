import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { provePage } from '#cli/demo/prove-page.ts';
import { fetchPublishedPage } from '#cli/demo/published-page.ts';
import { renderHtml } from '#shared/document/render/html.ts';
import type { BlockNode, Document, FigureNode } from '#shared/document/schema.ts';
import type { Receipt } from '#shared/model/receipt.ts';
import type { VerifyReport } from '#shared/model/package-record.ts';
import { contentOf } from '#tests/builders/content.ts';
import { sampleProfile } from '#tests/helpers/sample-profile.ts';

/** Widths and heights of the pictures on the page, by their assets. */
const sizes: Readonly<Record<string, readonly [number, number]>> = { a: [120, 80], b: [60, 80], c: [90, 91] };
const asset = (letter: string) => letter.repeat(64);
const letterOf = (sha256: string) => sha256[0] ?? '';

function figure(letters: string, caption: string, more: Partial<FigureNode> = {}): FigureNode {
  const [first = '', ...beside] = letters.split('').map((letter) => ({ asset: asset(letter), alt: letter }));
  return {
    type: 'figure',
    ...(first === '' ? { asset: null, alt: '' } : first),
    ...(beside.length > 0 ? { beside } : {}),
    credit: '张三',
    children: [{ type: 'text', text: caption }],
    ...more,
  };
}

let html = '';
const server = createServer((request, response) => {
  const letter = request.url?.slice(1, 2) ?? '';
  const [width, height] = sizes[letter] ?? [0, 0];
  if (width === 0) {
    response.end(html);
    return;
  }
  void sharp({ create: { width, height, channels: 3, background: '#357' } })
    .png()
    .toBuffer()
    .then((bytes) => response.end(bytes));
});
beforeAll(() => new Promise<void>((done) => server.listen(0, '127.0.0.1', done)));
afterAll(() => void server.close());

const documentOf = (children: readonly BlockNode[]): Document => ({
  format: 'gaoqian-document',
  version: 1,
  children: [...children],
});

/** The proofs about figures that do not hold when the page was made of `shown` and the draft holds `signed`. */
async function broken(shown: readonly BlockNode[], signed: readonly BlockNode[] = shown): Promise<readonly string[]> {
  const { captionMark, creditMark } = sampleProfile;
  html = `<article>${renderHtml(documentOf(shown), {
    captionMark,
    creditMark,
    picture: (sha256) => {
      const [width = 0, height = 0] = sizes[letterOf(sha256)] ?? [];
      return { src: `/${letterOf(sha256)}.png`, width, height };
    },
    leavesSite: () => false,
  })}</article>`;
  const page = await fetchPublishedPage(`http://127.0.0.1:${String((server.address() as AddressInfo).port)}/page`);
  const files = page.figures.flatMap(({ pictures }) => pictures.map(({ sha256 }) => ({ path: sha256, sha256 })));
  const receipt = { body: { files, zipSha256: '' } } as unknown as Receipt;
  const report = { files, zipSha256: '' } as unknown as VerifyReport;
  const content = { ...contentOf('标题'), document: documentOf(signed) };
  return provePage(page, { content, profile: sampleProfile, report, receipt })
    .filter(({ what, holds }) => what.startsWith('图') && !holds)
    .map(({ what }) => what);
}

test('figures of one, two and three pictures hold, with hidden and empty captions too', async () => {
  expect(await broken([figure('a', '一'), figure('ab', '二'), figure('abc', '三')])).toEqual([]);
  expect(await broken([figure('ab', '藏', { captionHidden: true }), figure('c', '')])).toEqual([]);
});

test('a picture too few in a group, other words and a caption that should be hidden do not', async () => {
  expect(await broken([figure('a', '二')], [figure('ab', '二')])).toEqual(['图片数量']);
  expect(await broken([figure('ab', '二')], [figure('a', '二'), figure('b', '二')])).toEqual(['图片数量']);
  expect(await broken([figure('ab', '错')], [figure('ab', '对')])).toEqual(['图 1 说明']);
  expect(await broken([figure('a', '藏')], [figure('a', '藏', { captionHidden: true })])).toEqual(['图 1 说明']);
});

test('a picture in a row that lies on its side does not', async () => {
  const upright = sizes['b'];
  // The page is written of a picture that lies; the bytes that it then gets are upright.
  Object.assign(sizes, { b: [80, 60] });
  const lying = broken([figure('ab', '二')]);
  Object.assign(sizes, { b: upright });
  expect(await lying).toEqual(['图 1 之 2 方向和尺寸']);
});
