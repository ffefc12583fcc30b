import { describe, expect, test } from 'vitest';
import { importPage } from '#main/publishing/import/import-page.ts';
import { blockText } from '#shared/document/walk.ts';
import type { DraftContent } from '#shared/model/draft.ts';
import { sampleProfile } from '#tests/helpers/sample-profile.ts';

async function draftOf(text: string, name = '来文.txt'): Promise<DraftContent> {
  return (await importPage(Buffer.from(text), name, sampleProfile)).content;
}

function texts({ document }: DraftContent): readonly string[] {
  return document.children.map(blockText);
}

describe('values parted by commas are a table, and none of them is the headline', () => {
  const rows = '区域,套数,完成率\n城东,"1,200",98%\n"城西 ""新城""",,';
  test.each([
    ['套数.csv', rows],
    ['套数.txt', rows],
    ['a row that ends early.csv', `${rows}\n城南`],
  ])('%s', async (name, text) => {
    const came = await draftOf(`\ufeff${text}\r\n`, name);
    expect(came.metadata.headline).toBe('');
    expect(texts(came)[0]).toContain('区域\n套数\n完成率\n城东\n1,200\n98%\n城西 "新城"');
    expect(came.document.children.map(({ type }) => type)).toEqual(['table']);
  });

  test('but a text with commas is text', async () => {
    const lines = ['通知', '各区,请检查', '各镇,请上报', '完成后,请回复。'];
    const came = await draftOf(lines.join('\n'));
    expect(came.metadata.headline).toBe('通知');
    expect(texts(came)).toEqual(lines.slice(1));
  });
});

test.each([
  ['quotes', '> '.repeat(5000)],
  ['lists', '1. '.repeat(5000)],
  ['both', '> - '.repeat(5000)],
])('Markdown of %s that nobody nests so deep comes in, what lies deeper as words', async (_what, marks) => {
  const came = await draftOf(`## 进展\n\n${marks}末句`);
  expect(came.metadata.headline + texts(came).join('')).toMatch(/^进展.*末句$/su);
});
