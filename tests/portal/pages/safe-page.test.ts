import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { assertSafePage } from '#portal/pages/safe-page.ts';
import { sharedFixture } from '#tests/helpers/shared-fixtures.ts';

function page(body: string, head = ''): string {
  return `<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><title>题</title>${head}</head>
<body><article>${body}</article></body>
</html>
`;
}

describe('a page that may go public', () => {
  test('is what the workstation writes', () => {
    const body = `<header><h1>题 &lt;1&gt;</h1><p class="facts"><span>发布时间：2026-11-23 14:03</span></p></header>
      <p class="align-center"><strong>甲</strong><br>乙</p><ul><li>丙<ol start="3"><li>丁</li></ol></li></ul><hr>
      <figure><img src="images/01.jpg" alt="图" width="1600" height="1200"><figcaption>▲图</figcaption></figure>
      <p><a href="https://example.com/?a=1&amp;b=2" rel="noopener nofollow" class="leaves-site">外部</a>
      <a href="mailto:a@b.cn">信</a><a href="attachments/01.pdf">附件</a></p>`;
    expect(() => assertSafePage(page(body, '<style>p > a { color: red }</style>'))).not.toThrow();
  });

  test.each([
    '<script>alert(1)</script>',
    '<img src="images/01.jpg" alt="" onerror="alert(1)">',
    '<a href="javascript:alert(1)">x</a>',
    '<a href="data:text/html,x">x</a>',
    '<a href="//example.com/">x</a>',
    '<a href="/leave?to=x">x</a>',
    '<img src="https://example.com/pixel.gif" alt="">',
    '<img src="images/../../../index.html" alt="">',
    '<img src="data:image/gif;base64,R0lGOD" alt="">',
    '<p style="position:fixed">x</p>',
    '<style>p { color: red }</style>',
    '<iframe src="images/01.jpg"></iframe>',
    '<form action="https://example.com/"><input></form>',
    '<svg><a href="https://example.com/">x</a></svg>',
    '<base href="https://example.com/">',
    '<link rel="stylesheet" href="https://example.com/x.css">',
    '<p id="leave-prompt">x</p>',
    '<p data-leave="https://example.com/">x</p>',
    '<!-- a comment -->',
    '<p>no end',
    '</article></body></html><p>after the end</p>',
    '<p>a < b</p>',
    '<caption>dropped by a parser</caption>',
    '<script src="data:x',
  ])('is not one with %s', (body) => {
    expect(() => assertSafePage(page(body))).toThrow(expect.objectContaining({ code: 'metadata-invalid' }));
  });

  test('does not send visitors on, nor change what its links mean', () => {
    for (const head of ['<meta http-equiv="refresh" content="0;url=https://example.com/">', '<base href="/">']) {
      expect(() => assertSafePage(page('', head))).toThrow(expect.objectContaining({ code: 'metadata-invalid' }));
    }
  });

  test('has a beginning and an end', () => {
    for (const text of ['', 'text', '<p>x</p>', '<!doctype html><html><head></head><body>']) {
      expect(() => assertSafePage(text)).toThrow(expect.objectContaining({ code: 'metadata-invalid' }));
    }
  });
});

const payloads = sharedFixture('xss/payloads.txt');
test.runIf(payloads !== null)('no known payload gets through with a handler, a script or a strange link', async () => {
  const lines = (await readFile(payloads ?? '', 'utf8')).split('\n').filter((line) => line !== '');
  const passed = lines.filter((line) => {
    try {
      assertSafePage(page(line));
      return true;
    } catch {
      return false;
    }
  });
  expect(lines.length).toBeGreaterThan(6000);
  // What passes has no markup but line breaks, rules and plain links.
  for (const line of passed) expect(line.replaceAll(/<[bh]r\/?>|<\/?b>/g, '')).not.toMatch(/<(?!\/?(?:a|span)\b)/);
  expect(passed.length).toBeLessThan(60);
});
