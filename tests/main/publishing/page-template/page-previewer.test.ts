import { describe, expect, test } from 'vitest';
import { pagePreviewer } from '#main/publishing/page-previewer.ts';
import { templateFiles } from '#main/publishing/page-template/template-files.ts';
import { packageBench } from '#tests/builders/package-inputs.ts';
import { runningPortal, sendPackage } from '#tests/helpers/running-portal.ts';
import { temporaryFolder } from '#tests/helpers/temporary-folder.ts';

async function published() {
  const portal = await runningPortal();
  const bench = await packageBench(await temporaryFolder());
  const zip = await bench.write();
  const receipt = await sendPackage(portal, zip);
  const preview = (view: 'standard' | 'large') => pagePreviewer.page(bench.inputs, view);
  return { portal, bench, preview, address: receipt.body.pageUrl };
}

describe('the preview', () => {
  test('is the page of the real portal byte for byte, in the standard view and in 大字版', async () => {
    const { preview, address } = await published();
    expect(preview('standard').html).toBe(await (await fetch(address)).text());
    expect(preview('large').html).toBe(await (await fetch(`${address}?view=large`)).text());
    expect(preview('standard').html).toContain('<p>粤ICP备00000000号-1</p>');
    expect(preview('large').html).toContain('<html lang="zh-CN" class="large">');
  });

  test('has the very pictures, and the style sheet under the address of the portal', async () => {
    const { bench, preview, portal, address } = await published();
    const { html, pictures } = preview('standard');
    expect([...pictures.keys()]).toEqual(['images/01.jpg', 'images/02.jpg']);
    for (const [file, sha256] of pictures) {
      const shown = Buffer.from(await (await fetch(new URL(file, address))).arrayBuffer());
      expect(shown.equals(await bench.media.read(sha256))).toBe(true);
    }
    for (const [path, { text, type }] of templateFiles) {
      expect(html).toContain(path);
      const answer = await fetch(`${portal.url}${path}`);
      expect(answer.headers.get('content-type')).toBe(type);
      expect(await answer.text()).toBe(text);
    }
  });

  test('weighs less than 60 KB with style and script, pictures aside', async () => {
    const { preview } = await published();
    const texts = [preview('large').html, ...[...templateFiles.values()].map(({ text }) => text)];
    expect(texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0)).toBeLessThan(60 * 1024);
  });

  test('shows a draft that is not finished: without column, headline and the pictures that are not there yet', async () => {
    const { inputs } = await packageBench(await temporaryFolder());
    const metadata = { ...inputs.content.metadata, headline: '', columnId: '' };
    const content = { ...inputs.content, metadata };
    const assets = inputs.assets.slice(1);
    const { html, pictures } = pagePreviewer.page({ ...inputs, content, assets }, 'standard');
    expect([...pictures.values()]).toEqual([assets[0]?.display.sha256]);
    expect(html).toContain('<figure class="waiting">');
    const place = html.slice(html.indexOf('<nav class="place"'), html.indexOf('</nav>'));
    expect(place.match(/>[^<>]*[^\s<>]/gu)).toEqual(['>首页', '>正文']);
    expect(place.match(/<li/gu)).toHaveLength(2);
  });
});
