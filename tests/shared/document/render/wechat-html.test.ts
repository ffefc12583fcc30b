import { expect, test } from 'vitest';
import { renderContext } from '#shared/document/render/render-context.ts';
import { makePageMeta } from '#shared/document/render/page-meta.ts';
import { renderWechatPage } from '#shared/document/render/wechat-html.ts';
import { everyNode } from '#tests/builders/every-node.ts';
import { releaseWith, testDraftId } from '#tests/builders/package-inputs.ts';
import { sampleProfile } from '#tests/helpers/sample-profile.ts';

const content = { ...releaseWith([]), document: everyNode };
const pageMeta = makePageMeta(testDraftId, content, sampleProfile, '2026-11-23T06:03:22.000Z', '');
const context = renderContext(pageMeta, () => ({ src: 'images/01.jpg', width: 1600, height: 1200 }));
const page = renderWechatPage('标题 <一>', everyNode, context);

test('every node has its look in style attributes, and nothing that the editor of WeChat drops', () => {
  const names = new Set([...page.matchAll(/\s([a-z-]+)="/g)].map(([, name]) => name));
  expect(names).toEqual(new Set(['charset', 'colspan', 'data-picture', 'lang', 'rowspan', 'start', 'style']));
  expect(page).not.toMatch(/<(?:a|img|script|link|style)\b/);
  for (const style of page.matchAll(/style="([^"]*)"/g))
    expect(style[1]).not.toMatch(/position|url\(|var\(|expression/);
});

test('a picture is named where it belongs, its caption and credit below; an address is written out', () => {
  expect(page).toContain('请在此处插入 images/01.jpg</p>');
  expect(page).toContain('▲会议现场　摄影：张三</p>');
  expect(page).toContain('中国政府网（https://www.gov.cn/）');
  expect(page).toContain('<title>标题 &lt;一&gt;</title>');
});
