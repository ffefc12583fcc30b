import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { pagePreviewer } from '#main/publishing/page-previewer.ts';
import { findChromium } from '#tools/browser-host/open-in-browser.ts';
import { printPage } from '#tools/browser-host/print/print-page.ts';
import { passedAll, chainOf } from '#tests/builders/review-record.ts';
import { packageBench, testDraftId } from '#tests/builders/package-inputs.ts';
import { hasTool, judge } from '#tests/helpers/outside-tool.ts';
import { temporaryFolder } from '#tests/helpers/temporary-folder.ts';

const options = { preferCSSPageSize: true, printBackground: true, generateTaggedPDF: true } as const;

/** Prints a page and its sheet from a scheme that knows nothing else. */
async function printed(path: 'page' | 'sheet') {
  const folder = await temporaryFolder();
  const bench = await packageBench(folder);
  const { html, pictures } = pagePreviewer.page(bench.inputs, 'standard');
  const sheet = pagePreviewer.signOff({
    ...bench.inputs,
    authorName: '拟稿员甲',
    records: chainOf(testDraftId, 'a'.repeat(64), passedAll),
    contentHash: 'a'.repeat(64),
    published: [],
    waived: [{ found: '站外链接 example.com', reason: '来稿如此', name: '发布员戊' }],
  });
  const asked: string[] = [];
  const answer = async (url: string): Promise<Response> => {
    const { pathname } = new URL(url);
    asked.push(pathname);
    const file = pagePreviewer.files.get(pathname);
    const picture = pictures.get(pathname.replace('/preview/1/', ''));
    if (file) return new Response(file.text, { headers: { 'content-type': file.type } });
    if (picture)
      return new Response(Buffer.from(await bench.media.read(picture)), { headers: { 'content-type': 'image/jpeg' } });
    const text = pathname === '/preview/1/' ? html : sheet;
    return new Response(text, { headers: { 'content-type': 'text/html; charset=utf-8' } });
  };
  const pdf = await printPage(`app://desk/preview/1/${path === 'page' ? '' : 'sign-off'}`, answer, options);
  const place = join(folder, 'printed.pdf');
  await writeFile(place, pdf);
  return { pdf, place, asked };
}

const hasChromium = findChromium() !== undefined;

test('prints the page on A4 with its pictures and real text, and asks nobody but the app', async () => {
  expect(hasChromium).toBe(true);
  const { pdf, place, asked } = await printed('page');
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  expect(asked).toEqual(
    expect.arrayContaining(['/preview/1/', '/preview/1/images/01.jpg', '/preview/1/images/02.jpg']),
  );
  expect(asked.some((path) => path.endsWith('.js'))).toBe(false);
  if (!(await hasTool('pdftotext', '-v'))) return;
  const text = await judge('pdftotext', ['-layout', place, '-']);
  for (const words of ['市住建局开展房屋安全排查“回头看”', '▲工作人员在第1处现场检查', '摄影：摄影员戊', '下一步']) {
    expect(text.replaceAll(/\s/g, '')).toContain(words.replaceAll(/\s/g, ''));
  }
  expect(text).not.toContain('跳到正文');
  const facts = await judge('pdfinfo', [place]);
  expect(facts).toMatch(/Page size:\s+59[45](?:\.\d+)? x 84[12](?:\.\d+)? pts \(A4\)/);
  expect(facts).toMatch(/Tagged:\s+yes/);
  const fonts = (await judge('pdffonts', [place]))
    .split('\n')
    .slice(2)
    .filter((line) => line !== '');
  expect(
    fonts.every((line) => /yes\s+\w+\s+yes/.test(line)),
    fonts.join('\n'),
  ).toBe(true);
}, 60_000);

test('prints the sign-off sheet on one page, with the reviews, the reasons and the hash', async () => {
  const { place } = await printed('sheet');
  if (!(await hasTool('pdftotext', '-v'))) return;
  const text = (await judge('pdftotext', ['-layout', place, '-'])).replaceAll(/\s/g, '');
  for (const words of ['信息发布审核登记表', '初审', '复审', '终审', '已签发', '来稿如此', 'a'.repeat(64)]) {
    expect(text).toContain(words);
  }
  expect(await judge('pdfinfo', [place])).toMatch(/Pages:\s+1\n/);
}, 60_000);
