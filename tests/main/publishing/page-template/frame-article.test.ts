import { expect, test } from 'vitest';
import { takeArticle } from '#main/publishing/page-template/frame-article.ts';

const head = `<meta charset="utf-8">
<title>题</title>
<meta name="SiteName"   content='市住建局'>`;
const page = `<!doctype html>
<html lang="zh-CN">
<head>
${head}
<style>
p > a { color: red }
</style>
</head>
<body>
<article>
<p>甲<a   class="x" href="https://example.com/?a=1&amp;b=%E4%B8%AD" rel="noopener">外</a>，
<a href="https://www.gov.cn/">政府网</a>、<a href="https://zjj.example.gov.cn/x">本站</a>、<a href="mailto:a@b.cn">信</a>&nbsp;。</p>
</article>
</body>
</html>
`;

test('the head stays byte for byte, without the style sheet of its own', () => {
  expect(takeArticle(page, [])).toMatchObject({ lang: 'zh-CN', head, hasMain: false });
});

test('links out lead to the prompt, with and without scripts, and nothing else changes', () => {
  const { body } = takeArticle(page, ['*.gov.cn']);
  const own = page.slice(page.indexOf('<body>') + '<body>'.length, page.indexOf('</body>'));
  const out = 'href="https://example.com/?a=1&amp;b=%E4%B8%AD"';
  const prompt =
    'href="/leave?to=https%3A%2F%2Fexample.com%2F%3Fa%3D1%26b%3D%25E4%25B8%25AD" data-leave="https://example.com/?a=1&#38;b=%E4%B8%AD"';
  expect(body).toBe(own.replace(out, prompt));
});

test('no host is allowed unless it is listed', () => {
  const { body } = takeArticle(page, []);
  expect(body.match(/data-leave/g)).toHaveLength(3);
});
