import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { importPage } from '#main/publishing/import/import-page.ts';
import { blockText, figuresOf } from '#shared/document/walk.ts';
import { plainDocx } from '#tests/builders/docx-file.ts';
import { gbkBytes } from '#tests/builders/gbk-bytes.ts';
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

describe('Chinese words are read by what their bytes are, whatever a mail says of them', () => {
  const headline = '市住建局开展电梯安全检查';
  const line = '3月16日，检查组到城东片区，café 一带。';
  // GBK has no é: a letter of its own in the others.
  const gbkLine = line.replace('é', 'e');
  const gbk = gbkBytes(`${headline}\n\n${gbkLine}`);
  const utf8 = Buffer.from(`${headline}\n\n${line}`);

  test.each([
    ['GBK that says nothing', 'Content-Type: text/plain', gbk, gbkLine],
    ['GBK that says us-ascii', 'Content-Type: text/plain; charset=us-ascii', gbk, gbkLine],
    ['GBK that says utf-8, on a line of its own', 'Content-Type: text/plain;\r\n\tcharset="utf-8"', gbk, gbkLine],
    ['GBK in a mail without a type', 'MIME-Version: 1.0', gbk, gbkLine],
    ['UTF-8 that says gb2312', 'Content-Type: text/plain; charset=gb2312', utf8, line],
    ['UTF-8 that says nothing', 'Content-Type: text/plain', utf8, line],
  ])('%s', async (_what, field, words, expected) => {
    const mail = Buffer.concat([Buffer.from(`From: a@b.cn\r\n${field}\r\n\r\n`), words]);
    const { content } = await importPage(mail, '稿件.eml', sampleProfile);
    expect(content.metadata.headline).toBe(headline);
    expect(content.document.children.map(blockText)).toEqual([expected]);
  });

  test('an encoding that is no doubtful one is taken at its word', async () => {
    const japanese = Buffer.from('1b2442243324732d1b2842', 'hex').toString('latin1');
    const mail = `Content-Type: text/plain; charset=iso-2022-jp\r\n\r\n${japanese}\r\n`;
    const { content } = await importPage(Buffer.from(mail, 'latin1'), '稿件.eml', sampleProfile);
    expect(content.metadata.headline).toMatch(/^こん/u);
  });

  test('a page that Chromium or an older program saved whole, in GBK; what cannot be read is told', async () => {
    const page = Buffer.concat([
      Buffer.from('<html><body><p>'),
      gbkBytes(headline),
      Buffer.of(0xff),
      Buffer.from('</p>'),
    ]);
    const mail = Buffer.concat([
      Buffer.from(
        'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\n',
      ),
      page,
      Buffer.from('\r\n--b--\r\n'),
    ]);
    const { content, report } = await importPage(mail, '网页.mhtml', sampleProfile);
    expect(content.metadata.headline).toBe(`${headline}\ufffd`);
    expect(report.notes).toEqual([{ kind: 'unreadable-characters', count: 1, names: [] }]);
  });
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

  test('from WeChat: each picture at its own place though all have one name; one that had not been loaded waits', async () => {
    const { content, report, pictures } = await importFixture('wechat-article.mhtml');
    const [first, second, third] = figuresOf(content.document);
    expect(pictures).toHaveLength(2);
    expect([first?.asset, second?.asset, third?.asset]).toEqual([pictures[0]?.sha256, pictures[1]?.sha256, null]);
    expect(report.notes).toEqual([{ kind: 'pictures-unloaded', count: 1, names: [] }]);
  });

  test('by Word or WPS: old characters, pictures by their file names', async () => {
    const { content, pictures } = await importFixture('office-page.mht');
    expect(content.metadata.headline).toBe('关于开展检查的通知');
    expect(content.document.children.map(blockText)).toEqual(['各有关单位：请于月底前完成检查。', '']);
    expect(figuresOf(content.document)[0]?.asset).toBe(pictures[0]?.sha256);
  });
});

/** A letter of these lines, as it is imported. */
const letter = (lines: readonly string[], type = 'text/plain') =>
  importPage(
    Buffer.from(
      `Subject: =?utf-8?B?${Buffer.from('转发：稿件').toString('base64')}?=\r\nMIME-Version: 1.0\r\nContent-Type: ${type}; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(lines.join('\r\n')).toString('base64')}\r\n`,
    ),
    '转发.eml',
    sampleProfile,
  );

/** Headline and words of what was imported. */
const wordsOf = ({ content }: Awaited<ReturnType<typeof letter>>) => [
  content.metadata.headline,
  ...content.document.children.map(blockText),
];

describe('a letter that was forwarded', () => {
  const article = ['市住建局开展排水防涝检查', '3月16日，检查组到香洲区检查排水管网12公里，现场交办问题8个。'];
  test('by Outlook: the note before it and its head are set apart, its picture stands at its place', async () => {
    const { content, report, pictures } = await importFixture('outlook-forwarded.eml');
    expect(content.metadata.headline).toBe('市住建局开展电梯安全检查');
    expect(content.document.children.map(blockText)).toEqual([
      '3月16日，检查组到香洲区抽查住宅电梯36台，现场交办问题12个，要求月底前整改到位。',
      '检查组在机房',
    ]);
    expect(pictures.map(({ name }) => name)).toEqual(['image001.png']);
    expect(report.setApart).toEqual([
      '宣传科：请用下稿。',
      '发件人: 李明 <liming@example.gov.cn>\n发送时间: 2026年3月16日 10:00\n收件人: 周宁 <zhouning@example.gov.cn>\n主题: 电梯检查稿',
    ]);
    expect(report.notes).toEqual([{ kind: 'attachments-left', count: 1, names: ['image002.png'] }]);
  });

  test('by QQ or 163, with a signature at its end', async () => {
    const head = [
      '发件人: "李明" <lm@example.gov.cn>;',
      '发送时间: 2026年3月16日(星期一) 上午10:00',
      '收件人: "宣传科";',
      '主题: 稿件',
    ];
    const read = await letter([
      '请审。',
      '------------------ 原始邮件 ------------------',
      ...head,
      ...article,
      '-- ',
      '李明 办公室',
    ]);
    expect(wordsOf(read)).toEqual(article);
    expect(read.report.setApart).toEqual([
      '请审。',
      '------------------ 原始邮件 ------------------',
      ...head,
      '--',
      '李明 办公室',
    ]);
    const rows = [
      ['发件人', '李明'],
      ['发送日期', '2026年03月16日 10:00'],
      ['收件人', '宣传科'],
      ['主题', '稿件'],
    ];
    const table = `<table>${rows.map(([name, value]) => `<tr><td>${name}</td><td>${value}</td></tr>`).join('')}</table>`;
    const html = [
      '<div>请审。</div><div>---- 转发的邮件 ----</div>',
      table,
      ...article.map((line) => `<p>${line}</p>`),
    ];
    expect(wordsOf(await letter(html, 'text/html'))).toEqual(article);
  });

  test('an answer that brings the article keeps it, and the question below it is set apart', async () => {
    const question = ['在 2026-03-15 09:00:00，"宣传科" <xck@example.gov.cn> 写道：', '请补报本周稿件。'];
    const read = await letter([...article, ...question]);
    expect(wordsOf(read)).toEqual(article);
    expect(read.report.setApart).toEqual(question);
  });

  test('lines of an article that begin like those of a head stay', async () => {
    const lines = ['市住建局开展检查', '日期：3月16日', '主题：排水防涝', '检查组到香洲区检查。'];
    expect(wordsOf(await letter(lines))).toEqual(lines);
  });
});

/** A letter of these words, as a file of its own or around an attached one. */
const inner = (words: string): string =>
  `From: lm@example.gov.cn\r\nSubject: =?gb18030?B?${Buffer.from([0xb8, 0xe5, 0xbc, 0xfe]).toString('base64')}?=\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${words}\r\n`;
const outer = (words: string, attached: string, disposition: string) =>
  importPage(
    Buffer.from(
      `Subject: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${words}\r\n--b\r\nContent-Type: message/rfc822\r\n${disposition}\r\n${attached}\r\n--b--\r\n`,
    ),
    '转发.eml',
    sampleProfile,
  );

const part = (location: string, html: string) =>
  `--b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Location: ${location}\r\n\r\n${html}\r\n`;
const whole = async (...parts: readonly string[]) => {
  const head = 'MIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary=b\r\n\r\n';
  const { content, report } = await importPage(
    Buffer.from(`${head}${parts.join('')}--b--\r\n`),
    '页.mht',
    sampleProfile,
  );
  const { headline } = content.metadata;
  return {
    words: [headline, ...content.document.children.map(blockText)],
    setApart: report.setApart,
    notes: report.notes,
  };
};

describe('a page that was saved whole with pages in it', () => {
  const article = '<h1>市住建局开展检查</h1><p>3月16日，检查组到城东片区。</p>'.replace(
    '。',
    `。${'现场登记问题。'.repeat(40)}`,
  );
  const wordsOfArticle = ['市住建局开展检查', `3月16日，检查组到城东片区。${'现场登记问题。'.repeat(40)}`];

  test('is the first of them: what stands in its frames is none of it', async () => {
    const { words } = await whole(part('http://x.cn/', article), part('cid:frame-1', '<p>广告：楼盘特惠。</p>'));
    expect(words).toEqual(wordsOfArticle);
  });

  test('is the one in the frame, where the one around it says next to nothing', async () => {
    const { words } = await whole(
      part('http://x.cn/', '<p>加载中…</p><iframe></iframe>'),
      part('cid:frame-1', article),
    );
    expect(words).toEqual(wordsOfArticle);
  });

  test("by Word: the title is the text's own, headers and footers are set apart without numbers of pages", async () => {
    const office =
      '<html><head><meta name=Generator content="Microsoft Word 15"><title>旧文件的题目</title></head><body>';
    const title = '<p class=MsoTitle>市住建局开展检查</p><p class=MsoNormal>3月16日，检查组到城东片区。</p>';
    const header =
      '<div style="mso-element:header"><p>内部资料</p></div><div style="mso-element:footer"><p>第 1 页</p></div>';
    expect(
      await whole(part('file:///C:/a.htm', office + title), part('file:///C:/a.files/header.htm', header)),
    ).toEqual({
      words: ['市住建局开展检查', '3月16日，检查组到城东片区。'],
      setApart: ['内部资料'],
      notes: [{ kind: 'headers-footers', count: 1, names: [] }],
    });
  });
});

describe('letters within letters', () => {
  const article = '市住建局开展排水防涝检查\r\n\r\n3月16日，检查组到香洲区检查排水管网12公里。';

  test.each([
    ['shown in the letter', 'Content-Disposition: inline\r\n', 'message.eml'],
    ['attached to it', 'Content-Disposition: attachment; filename="a.eml"\r\n', 'a.eml'],
  ])('one %s is the article when it is longer than the note around it', async (_how, disposition, name) => {
    const read = await outer('请用下稿。', inner(article), disposition);
    expect(wordsOf(read)).toEqual(['市住建局开展排水防涝检查', '3月16日，检查组到香洲区检查排水管网12公里。']);
    expect(read.report.setApart).toEqual(['请用下稿。']);
    expect(read.report.notes).toEqual([{ kind: 'attachments-taken', count: 1, names: [name] }]);
  });

  test('a short one is what the letter answers to, and is named', async () => {
    const read = await outer(article, inner('请补报本周稿件。'), '');
    expect(wordsOf(read).slice(0, 1)).toEqual(['市住建局开展排水防涝检查']);
    expect(read.report.notes).toEqual([{ kind: 'attachments-left', count: 1, names: ['message.eml'] }]);
  });
});

test('fields that hold Chinese as it is, in the encoding of an old system', async () => {
  const mail = Buffer.concat([
    Buffer.from('Subject: '),
    gbkBytes('检查'),
    Buffer.from(
      '\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain; charset=gb2312\r\n\r\n',
    ),
    gbkBytes('检查。'),
    Buffer.from('\r\n--b\r\nContent-Type: application/octet-stream;\r\n name="'),
    gbkBytes('照片'),
    Buffer.from('.rar"\r\n\r\nRar!\r\n--b--\r\n'),
  ]);
  const { content, report } = await importPage(mail, '稿件.eml', sampleProfile);
  expect(content.metadata.headline).toBe('检查');
  expect(report.notes).toEqual([{ kind: 'attachments-left', count: 1, names: ['照片.rar'] }]);
});

test('what Outlook wraps for itself is told with the way out', async () => {
  const mail = `Subject: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nx\r\n--b\r\nContent-Type: application/ms-tnef; name=winmail.dat\r\n\r\nx\r\n--b--\r\n`;
  const { report } = await importPage(Buffer.from(mail), '稿件.eml', sampleProfile);
  expect(report.notes).toEqual([{ kind: 'outlook-wrapping', count: 1, names: [] }]);
});

test('mail that is no mail inside is refused', async () => {
  const nested = Array.from(
    { length: 60 },
    (_unused, at) => `Content-Type: multipart/mixed; boundary=b${at}\r\n\r\n--b${at}\r\n`,
  );
  const mail = Buffer.from(`Message-ID: <1>\r\nMIME-Version: 1.0\r\n${nested.join('')}`);
  await expect(importPage(mail, 'x.eml', sampleProfile)).rejects.toMatchObject({ code: 'mail-broken' });
});
