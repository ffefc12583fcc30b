import { parse, type DefaultTreeAdapterMap } from 'parse5';
import { expect, test } from 'vitest';
import { makePageMeta } from '#shared/document/render/page-meta.ts';
import { pageTags, renderPage } from '#shared/document/render/page.ts';
import { renderContext } from '#shared/document/render/render-context.ts';
import { pageMetaSchema } from '#shared/model/package.ts';
import { contentOf } from '#tests/builders/content.ts';
import { figureOf, releaseWith, testDraftId } from '#tests/builders/package-inputs.ts';
import { sampleProfile } from '#tests/helpers/sample-profile.ts';

const at = '2026-11-23T16:30:59.999Z';
const name = 'TSZJ-20261124-0007-r3';
const figure = figureOf({ sha256: 'a'.repeat(64) }, '现场');

function pageOf(content = releaseWith([])) {
  const withFigure = {
    ...content,
    document: { ...content.document, children: [...content.document.children, figure] },
  };
  return { content: withFigure, pageMeta: makePageMeta(testDraftId, withFigure, sampleProfile, at, name) };
}

test('the page carries the fifteen government tags with right values and formats', () => {
  const { pageMeta } = pageOf();
  expect(pageMetaSchema.parse(pageMeta)).toEqual(pageMeta);
  expect(Object.fromEntries(pageTags(pageMeta))).toEqual({
    SiteName: '市住房和城乡建设局',
    SiteDomain: 'zjj.example.gov.cn',
    SiteIDCode: '4400009999',
    ColumnName: '工作动态',
    ColumnDescription: '市住房和城乡建设局的工作部署、推进情况和工作成效',
    ColumnKeywords: '住房和城乡建设,工作动态',
    ColumnType: '工作动态',
    ArticleTitle: '市住建局开展房屋安全排查“回头看”',
    // Half past midnight of the next day in Shanghai, seconds cut off.
    PubDate: '2026-11-24 00:30',
    ContentSource: '市住房和城乡建设局',
    Keywords: '房屋安全,排查',
    Author: '拟稿员甲',
    Description: '市住建局组织开展房屋安全排查“回头看”。',
    Image: `https://zjj.example.gov.cn/work-news/${name}/images/01.jpg`,
    Url: `https://zjj.example.gov.cn/work-news/${name}/`,
  });
});

test('a tag without a value is left out, the planned moment goes before the present one', () => {
  const plannedAt = '2026-11-25T01:00:00.000Z';
  const content = contentOf('标题', ['第一段　很短。'], { columnId: 'notices', contentSource: '本局', plannedAt });
  const tags = Object.fromEntries(pageTags(makePageMeta(testDraftId, content, sampleProfile, at, '')));
  expect(Object.keys(tags)).not.toEqual(expect.arrayContaining(['Author']));
  expect(tags).not.toHaveProperty('Keywords');
  expect(tags).not.toHaveProperty('Url');
  expect(tags).toMatchObject({ PubDate: '2026-11-25 09:00', Description: '第一段 很短。' });
});

test('a reprint names its source', () => {
  const origin = { kind: 'reprint', source: '中国政府网', url: 'https://www.gov.cn/' } as const;
  const { content, pageMeta } = pageOf(contentOf('转载', ['正文。'], { columnId: 'notices', origin }));
  const page = renderPage(
    pageMeta,
    content.document,
    renderContext(pageMeta, () => undefined),
  );
  expect(Object.fromEntries(pageTags(pageMeta))['ContentSource']).toBe('中国政府网');
  expect(page).toContain('<span>来源：中国政府网（转载）</span>');
});

test('links away from the site are listed, those on the allow list marked as needing no prompt', () => {
  const { content, pageMeta } = pageOf();
  expect(pageMeta.externalLinks).toEqual([
    { href: 'https://www.gov.cn/zhengce/', host: 'www.gov.cn', government: true, text: '中国政府网' },
    { href: 'https://example.com/a?b=1&c=2', host: 'example.com', government: false, text: '外部 <网站>' },
  ]);
  const page = renderPage(
    pageMeta,
    content.document,
    renderContext(pageMeta, () => undefined),
  );
  expect(page).toContain('<a href="https://www.gov.cn/zhengce/" rel="noopener">');
  expect(page).toContain('<a href="https://example.com/a?b=1&amp;c=2" class="leaves-site" rel="noopener nofollow">');
});

test('the page is whole: language, encoding, title, one h1, one article, and hostile words stay words', () => {
  const { content, pageMeta } = pageOf(contentOf('"><script>alert(1)</script>', ['正文。'], { columnId: 'notices' }));
  const context = renderContext(pageMeta, () => ({ src: 'images/01.jpg', width: 4, height: 3 }));
  const document = parse(renderPage(pageMeta, content.document, context));
  const tags = names(document);
  expect(document.mode).toBe('no-quirks');
  expect(tags).not.toContain('script');
  expect(['h1', 'article', 'title', 'img'].map((tag) => tags.filter((found) => found === tag).length)).toEqual([
    1, 1, 1, 1,
  ]);
});

function names(node: DefaultTreeAdapterMap['node']): string[] {
  const below = 'childNodes' in node ? node.childNodes.flatMap(names) : [];
  return 'tagName' in node ? [node.tagName, ...below] : below;
}
