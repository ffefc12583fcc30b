import type { Page } from '@playwright/test';
import type { BlockNode } from '#shared/document/schema.ts';
import { documentSchema } from '#shared/document/schema.ts';
import { sanitizeUrl } from '#shared/document/url.ts';
import { walk } from '#shared/document/walk.ts';
import { payloads, provoke, watchForHarm } from './fixtures/hostile-markup.ts';
import type { Sheet } from './fixtures/sheet-page.ts';
import { expect, test } from './fixtures/sheet-page.ts';

const words = (text: string): BlockNode => ({
  type: 'paragraph',
  children: text === '' ? [] : [{ type: 'text', text }],
});

test.describe('paste', () => {
  test('of plain text makes a paragraph of each line, without its indent', async ({ openSheet }) => {
    const sheet = await openSheet([words('前后')]);
    await sheet.caret(0, 1);
    await sheet.paste({ 'text/plain': '一\r\n\r\n　　二\n三' });
    expect(await sheet.outline()).toEqual(['p:前一', 'p:二', 'p:三后']);
    await sheet.page.keyboard.press('Control+z');
    expect(await sheet.outline()).toEqual(['p:前后']);
  });

  test('of one line goes into the words at the caret, in the place of what is selected', async ({ openSheet }) => {
    const sheet = await openSheet([words('并肩做战')]);
    await sheet.select(0, 2, 3);
    await sheet.paste({ 'text/plain': '作' });
    expect(await sheet.outline()).toEqual(['p:并肩作战']);
  });

  test('of a heading with its text into a sentence keeps the heading; its words alone join the sentence', async ({
    openSheet,
  }) => {
    const sheet = await openSheet([words('前后')]);
    await sheet.caret(0, 1);
    await sheet.paste({ 'text/html': '<h2>一、要求</h2><p>如下</p>' });
    await sheet.page.keyboard.type('。');
    expect(await sheet.outline()).toEqual(['p:前', 'h2:一、要求', 'p:如下。', 'p:后']);
    await sheet.caret(3, 1);
    await sheet.paste({ 'text/html': '<h2>二、安排</h2><p>从今日起</p>' });
    expect(await sheet.outline()).toEqual(['p:前', 'h2:一、要求', 'p:如下。', 'p:后', 'h2:二、安排', 'p:从今日起']);
    await sheet.caret(0, 1);
    await sheet.paste({ 'text/html': '<h2>面</h2>' });
    expect((await sheet.outline())[0]).toBe('p:前面');
  });

  test('of a figure with its text into an empty item ends the list there', async ({ openSheet }) => {
    const sheet = await openSheet([words('')]);
    await sheet.caret(0, 0);
    await sheet.page.keyboard.type('- 一');
    await sheet.page.keyboard.press('Enter');
    await sheet.paste({ 'text/html': '<p>如图</p><p><img src="https://example.com/x.png"></p><p>▲图一</p>' });
    expect(await sheet.outline()).toEqual(['ul:一', 'p:如图', 'fig:图一']);
    await sheet.page.keyboard.press('Control+z');
    expect(await sheet.outline()).toEqual(['ul:一/']);
  });

  test('leaves the caret behind what came in, whatever its blocks are', async ({ openSheet }) => {
    const sheet = await openSheet([words('')]);
    await sheet.caret(0, 0);
    await sheet.paste({ 'text/html': '<p>前</p><p><img src="https://example.com/x.png"></p><p>▲图一</p><p>后</p>' });
    await sheet.page.keyboard.type('1');
    await sheet.paste({
      'text/html': '<p>再</p><table><tr><td>甲</td><td>乙</td></tr><tr><td>1</td><td>2</td></tr></table>',
    });
    await sheet.page.keyboard.type('2');
    await sheet.paste({ 'text/html': '<p>三</p><p><img src="https://example.com/y.png"></p><p>▲图二</p>' });
    await sheet.page.keyboard.type('3');
    expect(await sheet.outline()).toEqual([
      'p:前',
      'fig:图一',
      'p:后1',
      'p:再',
      'table:甲|乙/1|2',
      'p:2',
      'p:三',
      'fig:图二3',
    ]);
  });

  test('of HTML keeps what the house knows, and nothing else', async ({ openSheet }) => {
    const sheet = await openSheet([words('')]);
    await sheet.caret(0, 0);
    await sheet.paste({
      'text/html': `<html><head><style>p{color:red}</style></head><body><!--StartFragment-->
        <h1>大标题</h1>
        <p class="MsoNormal" style="mso-margin:1cm">　　一段<b>加粗</b>和<a href="https://www.gov.cn" onclick="x()">链接</a>、<a href="javascript:alert(1)">坏链接</a>。<img src="https://example.com/x.png"></p>
        <ul><li>甲<ol><li>内</li></ol></li><li>乙</li></ul>
        <table><tr><td>格一</td><td>格二</td></tr></table>
        <p>▲刘文局长检查工地</p>
        <hr><blockquote><p>引一</p><p>引二</p></blockquote><!--EndFragment--></body></html>`,
      'text/plain': 'unused',
    });
    const { children } = await sheet.read();
    expect(children).toEqual([
      { type: 'heading', level: 2, children: [{ type: 'text', text: '大标题' }] },
      {
        type: 'paragraph',
        children: [
          { type: 'text', text: '一段' },
          { type: 'text', text: '加粗', formats: ['bold'] },
          { type: 'text', text: '和' },
          { type: 'link', url: 'https://www.gov.cn/', children: [{ type: 'text', text: '链接' }] },
          { type: 'text', text: '、坏链接。' },
        ],
      },
      // It is somewhere else: its place waits.
      { type: 'figure', asset: null, alt: '', credit: '', children: [] },
      {
        type: 'list',
        ordered: false,
        children: [
          {
            type: 'list-item',
            children: [{ type: 'text', text: '甲' }],
            nested: {
              type: 'list',
              ordered: true,
              children: [{ type: 'list-item', children: [{ type: 'text', text: '内' }] }],
            },
          },
          { type: 'list-item', children: [{ type: 'text', text: '乙' }] },
        ],
      },
      {
        type: 'table',
        children: [
          {
            type: 'table-row',
            children: [
              { type: 'table-cell', children: [{ type: 'text', text: '格一' }] },
              { type: 'table-cell', children: [{ type: 'text', text: '格二' }] },
            ],
          },
        ],
      },
      { type: 'figure', asset: null, alt: '', credit: '', children: [{ type: 'text', text: '刘文局长检查工地' }] },
      { type: 'horizontal-rule' },
      {
        type: 'quote',
        children: [{ type: 'text', text: '引一' }, { type: 'linebreak' }, { type: 'text', text: '引二' }],
      },
    ]);
  });

  test('of pictures makes figures at the caret in their order, one undo step', async ({ openSheet }) => {
    const sheet = await openSheet([words('前后')]);
    await sheet.caret(0, 1);
    await sheet.paste({}, ['a.jpg', 'b.jpg', 'c.jpg']);
    await expect(sheet.page.locator('.gq-figure')).toHaveCount(3);
    expect(await sheet.outline()).toEqual(['p:前', 'fig:', 'fig:', 'fig:', 'p:后']);
    const taken = (await sheet.read()).children.flatMap((block) => (block.type === 'figure' ? [block.asset] : []));
    const { createHash } = await import('node:crypto');
    expect(taken).toEqual(['a.jpg', 'b.jpg', 'c.jpg'].map((name) => createHash('sha256').update(name).digest('hex')));
    await sheet.page.keyboard.type('说明');
    expect((await sheet.outline())[1]).toBe('fig:说明');
    await sheet.page.keyboard.press('Control+z');
    await sheet.page.keyboard.press('Control+z');
    expect(await sheet.outline()).toEqual(['p:前后']);
  });

  test('of words beside a picture of the words takes the words', async ({ openSheet }) => {
    const sheet = await openSheet([words('')]);
    await sheet.caret(0, 0);
    await sheet.paste({ 'text/html': '<p>词句</p>', 'text/plain': '词句' }, ['rendered.jpg']);
    expect(await sheet.outline()).toEqual(['p:词句']);
  });

  test('in a caption keeps words in it and puts the rest after the figure', async ({ openSheet }) => {
    const sheet = await openSheet([
      { type: 'figure', asset: null, alt: '', credit: '', children: [{ type: 'text', text: '说明' }] },
    ]);
    await sheet.caret(0, 2);
    await sheet.paste({ 'text/html': '<p>一</p><p>二</p><ul><li>项</li></ul>' });
    expect(await sheet.outline()).toEqual(['fig:说明一⏎二', 'ul:项']);
  });

  test('of a copied figure brings all of it, and cut takes it away', async ({ openSheet }) => {
    const figure: BlockNode = {
      type: 'figure',
      asset: 'a'.repeat(64),
      alt: '工地',
      credit: '李四',
      children: [{ type: 'text', text: '说明' }],
    };
    const sheet = await openSheet([figure, words('文')]);
    await sheet.page.locator('.gq-picture').click();
    await sheet.page.keyboard.press('Control+x');
    expect(await sheet.outline()).toEqual(['p:文']);
    await sheet.caret(0, 1);
    await sheet.page.keyboard.press('Control+v');
    await expect.poll(async () => (await sheet.read()).children).toEqual([words('文'), figure]);
  });

  test('of copied words brings formats and tokens, without comment marks', async ({ openSheet }) => {
    const sheet = await openSheet([
      {
        type: 'paragraph',
        children: [
          { type: 'text', text: '前' },
          {
            type: 'comment-mark',
            ids: ['01890a5d-ac96-774b-bcce-b302099a8057'],
            children: [{ type: 'text', text: '粗', formats: ['bold'] }],
          },
          { type: 'to-confirm', text: '九十' },
          { type: 'text', text: '后' },
        ],
      },
      words(''),
    ]);
    await sheet.select(0, 1, 8);
    await sheet.page.keyboard.press('Control+c');
    await sheet.caret(1, 0);
    await sheet.page.keyboard.press('Control+v');
    await expect
      .poll(async () => (await sheet.read()).children[1])
      .toEqual({
        type: 'paragraph',
        children: [
          { type: 'text', text: '粗', formats: ['bold'] },
          { type: 'to-confirm', text: '九十' },
        ],
      });
    await sheet.page.keyboard.press('Control+Shift+v');
    await expect.poll(async () => (await sheet.outline())[1]).toBe('p:粗【待核】九十粗【待核】九十');
  });

  test('of our own format is judged like any other', async ({ openSheet }) => {
    const sheet = await openSheet([words('文')]);
    await sheet.caret(0, 1);
    const link = { type: 'link', url: 'javascript:alert(1)', children: [{ type: 'text', text: '坏' }] };
    await sheet.paste({
      'application/x-gaoqian-blocks': JSON.stringify([{ type: 'paragraph', children: [link] }]),
      'text/plain': '好',
    });
    await sheet.paste({ 'application/x-gaoqian-blocks': '[{"type":"script"}]', 'text/plain': '！' });
    await sheet.paste({ 'application/x-lexical-editor': '{"nodes":[{"type":"link","url":"javascript:alert(1)"}]}' });
    expect(await sheet.outline()).toEqual(['p:文好！']);
  });
});

test.describe('drop', () => {
  test('of pictures puts figures where they were dropped', async ({ openSheet }) => {
    const sheet = await openSheet([words('一'), words('二')]);
    await dropPictures(sheet, sheet.page.locator('.gq-paragraph').first(), ['a.jpg', 'b.jpg']);
    await expect(sheet.page.locator('.gq-figure')).toHaveCount(2);
    expect((await sheet.outline()).at(-1)).toBe('p:二');
  });

  test('of HTML goes through the same inlet', async ({ openSheet }) => {
    const sheet = await openSheet([words('一')]);
    await sheet.page.locator('.gq-paragraph').evaluate((target) => {
      const transfer = new DataTransfer();
      transfer.setData('text/html', '<p>落<script>alert(1)</script></p><img src=x onerror=alert(1)>');
      const { x, y, width, height } = target.getBoundingClientRect();
      target.dispatchEvent(
        new DragEvent('drop', {
          dataTransfer: transfer,
          bubbles: true,
          cancelable: true,
          clientX: x + width - 2,
          clientY: y + height / 2,
        }),
      );
    });
    await expect.poll(() => sheet.outline()).toEqual(['p:一', 'p:落', 'fig:']);
  });
});

async function dropPictures(
  sheet: Sheet,
  target: ReturnType<Page['locator']>,
  names: readonly string[],
): Promise<void> {
  await target.evaluate((element, files) => {
    const transfer = new DataTransfer();
    for (const name of files) transfer.items.add(new File([name], name, { type: 'image/jpeg' }));
    const { x, y, height } = element.getBoundingClientRect();
    const place = { clientX: x + 60, clientY: y + height / 2, bubbles: true, cancelable: true, dataTransfer: transfer };
    element.dispatchEvent(new DragEvent('dragover', place));
    element.dispatchEvent(new DragEvent('drop', place));
  }, names);
  await sheet.page.evaluate(() => undefined);
}

test('hostile HTML runs nothing, loads nothing and leaves nothing of its own behind', async ({ openSheet }) => {
  const sheet = await openSheet([words('')]);
  const alarms = watchForHarm(sheet.page, (url) => url.includes('/media/'));
  for (const payload of payloads(250)) {
    await sheet.startPaste({ 'text/html': payload });
    await sheet.startPaste({ 'text/plain': payload });
    expect(await provoke(sheet.page, '.gq-text'), payload).toEqual([]);
  }
  await sheet.page.locator('.gq-paste-place').first().waitFor({ state: 'detached', timeout: 60_000 });
  // With the mouse and the keyboard as well, on what stands there in the end.
  const links = sheet.page.locator('.gq-text a');
  for (const link of (await links.all()).slice(0, 40)) {
    await link.hover();
    await link.click();
  }
  for (let times = 0; times < 20; times += 1) await sheet.page.keyboard.press('Tab');
  expect(await provoke(sheet.page, '.gq-text')).toEqual([]);
  const result = await sheet.read();
  // They were pasted indeed: their words are there.
  expect(JSON.stringify(result).length).toBeGreaterThan(500);
  expect(documentSchema.safeParse(result).error).toBeUndefined();
  const urls = [...walk(result)].flatMap((node) => (node.type === 'link' ? [node.url] : []));
  expect(urls.filter((url) => sanitizeUrl(url) !== url)).toEqual([]);
  expect(alarms).toEqual([]);
});

test('the alarm of the hostile test rings where nothing guards', async ({ openSheet }) => {
  const { page } = await openSheet([words('')]);
  const bare = await page.context().newPage();
  const rung = new Promise<string>((done) => {
    bare.on('dialog', (dialog) => {
      done(dialog.message());
      void dialog.dismiss();
    });
  });
  await bare.setContent('<p><img src=x onerror=alert("ring")></p>');
  expect(await rung).toBe('ring');
});
