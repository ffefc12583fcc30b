import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { importPage } from '#main/publishing/import/import-page.ts';
import { blockText, figuresOf } from '#shared/document/walk.ts';
import { plainDocx } from '#tests/builders/docx-file.ts';
import { sampleProfile } from '#tests/helpers/sample-profile.ts';

const folder = join(import.meta.dirname, '../../../fixtures/imports');

async function importFixture(name: string) {
  return importPage(await readFile(join(folder, name)), name, sampleProfile);
}

describe('a letter with pictures', async () => {
  const { content, report, pictures } = await importFixture('letter-with-pictures.eml');

  test('is the article; its subject is the headline where it has none', () => {
    expect(content.metadata.headline).toBe('关于电梯安全检查的稿件');
    expect(content.document.children.map(blockText)).toEqual([
      '市住建局组织开展电梯安全检查，共检查36台。',
      '检查现场',
      '',
    ]);
    expect(report).toMatchObject({ kind: 'mail', encoding: null });
  });

  test('pictures inside stand at their places, attached ones behind the text; other files are named', () => {
    expect(figuresOf(content.document).map((figure) => figure.asset)).toEqual(pictures.map(({ sha256 }) => sha256));
    expect(pictures.map(({ name }) => name)).toEqual(['a.png', '现场照片.png']);
    expect(report.notes).toEqual([
      { kind: 'attachments-taken', count: 1, names: ['现场照片.png'] },
      { kind: 'attachments-left', count: 1, names: ['统计表.xls'] },
    ]);
  });
});

test('a letter around an article is set apart', async () => {
  const { content, report, pictures } = await importFixture('letter-around-a-text.eml');
  expect(content.metadata.headline).toBe('市住建局开展燃气安全检查');
  expect(content.document.children.map(blockText)).toEqual(['3月16日，检查组到餐饮场所检查。', '检查组在厨房', '']);
  expect(report.setApart).toEqual(['宣传股：', '附件是本周稿件，请审。']);
  expect(report.notes).toEqual([{ kind: 'attachments-taken', count: 2, names: ['稿件.txt', '1.png'] }]);
  expect(pictures).toHaveLength(1);
});

test('an attached document is the article too', async () => {
  const docx = (await plainDocx(['市住建局召开会议', '会议部署了工作。'])).toString('base64');
  const mail = `Subject: =?utf-8?B?${Buffer.from('请审').toString('base64')}?=\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n请审。\r\n--b\r\nContent-Type: application/octet-stream; name="a.docx"\r\nContent-Transfer-Encoding: base64\r\n\r\n${docx}\r\n--b--\r\n`;
  const { content, report } = await importPage(Buffer.from(mail), '稿件.eml', sampleProfile);
  expect([content.metadata.headline, ...content.document.children.map(blockText)]).toEqual([
    '市住建局召开会议',
    '会议部署了工作。',
  ]);
  expect(report.setApart).toEqual(['请审。']);
});

describe('a page that was saved whole', () => {
  test('by Chromium: its article, its picture with the caption behind it; what it did not bring is not fetched', async () => {
    const { content, report, pictures } = await importFixture('chromium-page.mhtml');
    expect(content.metadata.headline).toBe('市住建局开展房屋安全排查');
    expect(content.document.children.map(blockText)).toEqual([
      '3月16日，市住建局组织排查组到城东片区。',
      '排查组入户检查',
      '排查工作持续到月底。',
      '',
    ]);
    expect(figuresOf(content.document)[0]).toMatchObject({ asset: pictures[0]?.sha256, credit: '李明' });
    expect(report).toMatchObject({ kind: 'mhtml', notes: [{ kind: 'pictures-elsewhere', count: 1 }] });
  });

  test('by Word or WPS: old characters, pictures by their file names', async () => {
    const { content, pictures } = await importFixture('office-page.mht');
    expect(content.metadata.headline).toBe('关于开展检查的通知');
    expect(content.document.children.map(blockText)).toEqual(['各有关单位：请于月底前完成检查。', '']);
    expect(figuresOf(content.document)[0]?.asset).toBe(pictures[0]?.sha256);
  });
});

test('mail that is no mail inside is refused', async () => {
  const nested = Array.from(
    { length: 60 },
    (_unused, at) => `Content-Type: multipart/mixed; boundary=b${at}\r\n\r\n--b${at}\r\n`,
  );
  const mail = Buffer.from(`Message-ID: <1>\r\nMIME-Version: 1.0\r\n${nested.join('')}`);
  await expect(importPage(mail, 'x.eml', sampleProfile)).rejects.toMatchObject({ code: 'mail-broken' });
});
