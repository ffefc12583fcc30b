import { readFileSync } from 'node:fs';
import { parseFragment, type DefaultTreeAdapterMap } from 'parse5';
import { expect, test } from 'vitest';
import { renderHtml } from '#shared/document/render/html.ts';
import type { RenderContext } from '#shared/document/render/render-context.ts';
import type { BlockNode } from '#shared/document/schema.ts';
import { everyNode } from '#tests/builders/every-node.ts';
import { sharedFixture } from '#tests/helpers/shared-fixtures.ts';

const context: RenderContext = {
  picture: () => ({ src: 'images/01.jpg', width: 1600, height: 1200 }),
  captionMark: '▲',
  creditMark: '摄影：',
  leavesSite: (url) => !url.includes('.gov.cn'),
};

function rendered(...blocks: BlockNode[]): string {
  return renderHtml({ format: 'gaoqian-document', version: 1, children: blocks }, context);
}

function link(url: string): string {
  return rendered({ type: 'paragraph', children: [{ type: 'link', url, children: [{ type: 'text', text: '此' }] }] });
}

test('every node, one block a line; comments stay at home', () => {
  expect(renderHtml(everyNode, context)).toBe(
    [
      '<h2>一、部署</h2>',
      '<p><em><strong>粗</strong></em><br><mark class="to-confirm">【待核】数字</mark><a href="https://www.gov.cn/" rel="noopener">中国政府网</a></p>',
      '<p class="align-right">落款</p>',
      '<blockquote><p>引语</p></blockquote>',
      '<ol start="3"><li>甲<ul><li>子</li></ul></li><li>乙</li></ol>',
      '<table><tr><th rowspan="2">区</th><td colspan="2">套数</td></tr><tr><td>120</td><td></td></tr></table>',
      '<figure><img src="images/01.jpg" alt="会场" width="1600" height="1200"><figcaption>▲会议现场 <span class="credit">摄影：张三</span></figcaption></figure>',
      '<figure class="group"><div class="pictures"><img src="images/01.jpg" alt="改造前" width="1600" height="1200"><img src="images/01.jpg" alt="改造后" width="1600" height="1200"></div></figure>',
      '<hr>',
      '<p class="boilerplate">版权声明<br>第二行</p>',
      '',
    ].join('\n'),
  );
});

test('a decorative picture has an empty alternative, a figure without a picture says that it waits', () => {
  const figure: BlockNode = { type: 'figure', asset: 'a'.repeat(64), alt: '花边', credit: '', children: [] };
  expect(rendered({ ...figure, decorative: true })).toBe(
    '<figure><img src="images/01.jpg" alt="" width="1600" height="1200"></figure>\n',
  );
  expect(rendered({ ...figure, asset: null })).toBe('<figure class="waiting"></figure>\n');
});

test('a link that leaves the site carries a mark for the portal, mail and phone do not', () => {
  expect(link('https://example.com/?a=1&b="2"')).toContain(
    '<a href="https://example.com/?a=1&amp;b=%222%22" class="leaves-site" rel="noopener nofollow">',
  );
  expect(link('mailto:a@example.com')).toBe('<p><a href="mailto:a@example.com">此</a></p>\n');
  expect(link('javascript:alert(1)')).toBe('<p>此</p>\n');
});

test('code points that HTML forbids, and empty paragraphs, are left out', () => {
  expect(rendered({ type: 'paragraph', children: [{ type: 'text', text: 'a\u0000\u0008\ufffe\ud800b' }] })).toBe(
    '<p>a\ufffdb</p>\n',
  );
  expect(rendered({ type: 'paragraph', children: [] })).toBe('');
});

const group: BlockNode = {
  type: 'figure',
  asset: 'a'.repeat(64),
  alt: '改造前',
  beside: [{ asset: 'b'.repeat(64), alt: '改造后' }],
  credit: '区住建局供图',
  children: [{ type: 'text', text: '改造前后' }],
};

test('pictures side by side stand in one row, equally high, under one caption', () => {
  const sizes = [
    { src: 'a.jpg', width: 1600, height: 800 },
    { src: 'b.jpg', width: 300, height: 400 },
  ];
  const picture = (asset: string) => sizes[asset.startsWith('a') ? 0 : 1];
  expect(renderHtml({ format: 'gaoqian-document', version: 1, children: [group] }, { ...context, picture })).toBe(
    '<figure class="group"><div class="pictures"><img src="a.jpg" alt="改造前" width="1600" height="800">' +
      '<img src="b.jpg" alt="改造后" width="600" height="800"></div>' +
      '<figcaption>▲改造前后 <span class="credit">区住建局供图</span></figcaption></figure>\n',
  );
});

test('a hidden caption is left out, the credit stays', () => {
  const hidden: BlockNode = { ...group, captionHidden: true, credit: '张三' };
  expect(rendered(hidden)).toContain('<figcaption><span class="credit">摄影：张三</span></figcaption>');
  expect(rendered(hidden)).not.toContain('改造前后');
});

test('whatever a text holds, nothing but text comes out', () => {
  const shared = sharedFixture('xss/payloads.txt');
  const payloads = [
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "' onclick='alert(1)",
    '</figcaption><svg/onload=alert(1)>',
    '&lt;script&gt;',
    ...(shared === null ? [] : readFileSync(shared, 'utf8').split('\n')),
  ];
  const allowed = new Set(['p', 'a', 'figure', 'img', 'figcaption', 'span', 'br', 'mark']);
  const attributes = new Set(['src', 'alt', 'width', 'height', 'class', 'href', 'rel']);
  for (const text of payloads) {
    const html = rendered(
      {
        type: 'paragraph',
        children:
          text === ''
            ? []
            : [
                { type: 'text', text },
                { type: 'to-confirm', text },
              ],
      },
      {
        type: 'paragraph',
        children: [{ type: 'link', url: text || '#', children: [{ type: 'text', text: text || '#' }] }],
      },
      { type: 'figure', asset: 'a'.repeat(64), alt: text, credit: text, children: [{ type: 'to-confirm', text }] },
      { type: 'boilerplate', id: 'x', version: 1, values: {}, text },
    );
    for (const element of elements(parseFragment(html))) {
      expect(allowed, text).toContain(element.tagName);
      for (const { name, value } of element.attrs) {
        expect(attributes, text).toContain(name);
        if (name === 'href') expect(value).toMatch(/^(https?:|mailto:|tel:)/);
      }
    }
  }
});

type Node = DefaultTreeAdapterMap['node'];
type Element = DefaultTreeAdapterMap['element'];

function elements(node: Node): Element[] {
  const below = 'childNodes' in node ? node.childNodes.flatMap(elements) : [];
  return 'tagName' in node ? [node, ...below] : below;
}
