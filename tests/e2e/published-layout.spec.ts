import { AxeBuilder } from '@axe-core/playwright';
import type { BlockNode, FigureNode, TableCellNode, TableNode } from '#shared/document/schema.ts';
import { renderHtml } from '#shared/document/render/html.ts';
import { pageStyle } from '#shared/document/render/page-style.ts';
import { templateStyle } from '#main/publishing/page-template/template-style.ts';
import { expect, test } from './fixtures/sheet-page.ts';

const group: FigureNode = {
  type: 'figure',
  asset: 'a'.repeat(64),
  alt: '改造前',
  beside: [
    { asset: 'b'.repeat(64), alt: '改造后' },
    { asset: 'c'.repeat(64), alt: '全景' },
  ],
  credit: '区住建局供图',
  children: [{ type: 'text', text: '改造前后' }],
};
const sizes = { a: [1600, 1067], b: [900, 1200], c: [1600, 900] } as const;

/** A picture that knows its size and needs no file. */
function picture(asset: string): { src: string; width: number; height: number } {
  const [width, height] = sizes[asset.charAt(0) as keyof typeof sizes];
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="${String(width)}" height="${String(height)}"/>`;
  return { src: `data:image/svg+xml,${encodeURIComponent(drawing)}`, width, height };
}

const cell = (text: string, header = false): TableCellNode => ({
  type: 'table-cell',
  ...(header ? { header: true as const } : {}),
  children: [{ type: 'text', text }],
});
const table: TableNode = {
  type: 'table',
  children: [
    { type: 'table-row', children: [cell('区', true), cell('户数', true)] },
    { type: 'table-row', children: [cell('城东'), cell('1280')] },
  ],
};

const rule: BlockNode = { type: 'horizontal-rule' };

const render = (...children: BlockNode[]): string =>
  renderHtml(
    { format: 'gaoqian-document', version: 1, children },
    { picture, captionMark: '▲', creditMark: '摄影：', leavesSite: () => false },
  );
const published = (style: string, ...blocks: BlockNode[]): string =>
  `<style>${style}</style><body class="article"><article>${render(...blocks)}</article></body>`;

for (const [name, style] of [
  ['the package’s own page', pageStyle],
  ['the portal', templateStyle],
] as const) {
  test(`on ${name} a group is one row, equally high, and a column on a phone`, async ({ chromium }) => {
    const browser = await chromium();
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.setContent(published(style, group));
    const boxes = () =>
      page.locator('figure img').evaluateAll((images) =>
        images.map((image) => {
          const { x, y, width, height } = image.getBoundingClientRect();
          return { x, y, width, height };
        }),
      );
    const row = await boxes();
    const column = await page.locator('article').evaluate((article) => article.clientWidth);
    expect(Math.max(...row.map(({ height }) => height)) - Math.min(...row.map(({ height }) => height))).toBeLessThan(2);
    expect(new Set(row.map(({ y }) => Math.round(y))).size).toBe(1);
    expect(row.reduce((sum, { width }) => sum + width, 0)).toBeLessThanOrEqual(column);
    expect(row.reduce((sum, { width }) => sum + width, 0)).toBeGreaterThan(column * 0.85);

    await page.setViewportSize({ width: 390, height: 800 });
    const stacked = await boxes();
    expect(new Set(stacked.map(({ y }) => Math.round(y))).size).toBe(3);
    for (const { x, width } of stacked) expect(x + width).toBeLessThanOrEqual(390);
    await page.close();
  });

  test(`on ${name} a table is as wide as the text, with lines around each cell`, async ({ chromium }) => {
    const browser = await chromium();
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.setContent(published(style, rule, table));
    const borders = await page
      .locator('th, td')
      .evaluateAll((cells) => cells.map((one) => getComputedStyle(one).borderBottomWidth));
    expect(borders).toEqual(['1px', '1px', '1px', '1px']);
    const width = async (of: string) => (await page.locator(of).boundingBox())?.width ?? 0;
    expect(await width('table')).toBeCloseTo(await width('hr'), 0);
    await page.close();
  });
}

for (const dark of [false, true]) {
  test(`axe finds nothing at a group, its tools and a hint on the ${dark ? 'dark' : 'light'} sheet`, async ({
    openSheet,
  }) => {
    const sheet = await openSheet(
      [
        { ...group, captionHidden: true },
        { type: 'figure', asset: null, alt: '', credit: '', children: [] },
      ],
      { dark },
    );
    await sheet.page
      .locator('.gq-picture input[type=file]')
      .last()
      .setInputFiles(['a.jpg', 'b.jpg'].map((name) => ({ name, mimeType: 'image/jpeg', buffer: Buffer.from(name) })));
    await expect(sheet.page.getByRole('status', { name: '提示' })).toContainText('放入了 2 张图片');
    await sheet.page.locator('.gq-picture img').first().click();
    await expect(sheet.page.getByRole('toolbar', { name: '图片工具' })).toBeVisible();
    const axe = new AxeBuilder({ page: sheet.page }).include('#root').exclude('[data-tabster-dummy]');
    const { violations } = await axe.analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)).toEqual([]);
  });
}
