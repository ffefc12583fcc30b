import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { importPage } from '#main/publishing/import/import-page.ts';
import { readRtf } from '#main/publishing/import/rtf/rtf-reader.ts';
import type { InlineNode, TextFormat, TextNode } from '#shared/document/schema.ts';
import { blockText, figuresOf } from '#shared/document/walk.ts';
import { sampleProfile } from '#tests/helpers/sample-profile.ts';

/** The words of an RTF, tags left out. */
const words = (rtf: string) => readRtf(`{\\rtf1\\ansi ${rtf}}`).html.replace(/<[^>]*>/gu, '');
const clipboard = join(import.meta.dirname, '../../../fixtures/clipboard');

/** A field without a result. */
const field = (instruction: string) => String.raw`{\field{\*\fldinst {${instruction}}}{\fldrslt }}`;
const link = (words: string) =>
  String.raw`{\field{\*\fldinst{HYPERLINK "https://www.gov.cn/a"}}{\fldrslt{\ul ${words}}}}`;
const text = (words: string, ...formats: TextFormat[]): TextNode => ({
  type: 'text',
  text: words,
  ...(formats.length > 0 ? { formats } : {}),
});
const linked = (...children: TextNode[]): InlineNode => ({ type: 'link', url: 'https://www.gov.cn/a', children });

// What clipboards of other programs hold is in `clipboard-fixtures.test.ts`; here are the finer rules of the format.
describe('an RTF', () => {
  test('in GBK, with the second byte of a character written as a letter', () => {
    expect(words("\\ansicpg936 \\'8b_\\'d6\\'d0")).toBe('媉中');
  });

  test('in Unicode: as many stand-ins are left out as it says, and none beyond their group', () => {
    expect(words("\\uc2\\u20013\\'d6\\'d0\\uc0\\u25991 a\\uc1{\\u26412?}b")).toBe('中文a本b');
    expect(words('\\uc3{\\u20013 ?}abc')).toBe('中abc');
    expect(words('\\u-10179 ?\\u-8704 ?')).toBe('😀');
  });

  test('has the signs that letters of fonts of signs draw, by the names that the fonts have', () => {
    const fonts = String.raw`{\fonttbl{\f0\fnil\fcharset134 SimSun;}{\f1\fnil\fcharset2{\*\panose 05000000000000000000}Wingdings 2;}{\f2\fnil\fcharset2 Symbol;}}`;
    expect(words(String.raw`\ansicpg936${fonts}\f1 R\f0 \'cd\'ac\'d2\'e2{\f2\'b3}5{\f1\u61603 ?}R\par`)).toBe(
      '☑同意≥5□R',
    );
  });

  test('has its signs and blanks; line ends of the file are no words', () => {
    expect(words('a\\~b\\_c\\ldblquote d\\rdblquote\\emdash\\{e\\}\\\\\r\nf')).toBe('a\u00a0b-c“d”—{e}\\f');
  });

  test.each([
    '{\\*\\unknown x}',
    '{\\info{\\author x}}',
    '{\\header x}',
    '{\\*\\bkmkstart x}',
    '{\\v{\\pict x}}',
    '{\\xe x}',
  ])('keeps no words of what is no text: %s', (group) => expect(words(`a${group}b`)).toBe('ab'));

  test('loses no words of a row that never ends, or of a cell more than the row defines', () => {
    expect(words('\\trowd\\cellx100\\intbl a\\cell b\\cell\\row\\intbl c\\cell d')).toBe('abcd');
  });

  test.each([
    '',
    '{',
    '}',
    '\\',
    "\\'",
    '{\\rtf1',
    '{\\fonttbl',
    `${'{'.repeat(20_000)}a`,
    '\\cell\\row\\nestrow'.repeat(5000),
    '\\trowd\\cellx-1\\cellx9\\cell\\row',
  ])('that is broken ends where it breaks (%#)', (rtf) => expect(readRtf(rtf).html).toContain('</body>'));

  test('has text boxes and footnotes that are texts of their own: formats, links, hidden words, several paragraphs', async () => {
    const note = String.raw`{\footnote\pard\plain {\super\chftn} See ${link(String.raw`the \b rules`)}{\v secret}.\par Second.}`;
    const box = String.raw`{\shp{\*\shpinst{\sp{\sn a}{\sv 2}}{\shptxt\pard\qc In {\b bold} box\par ${link('there')}}}}`;
    const rtf = String.raw`{\rtf1\ansi Headline\par Before {\super\chftn ${note}}after.${box}\par Last.\par}`;
    const { content, report } = await importPage(Buffer.from(rtf), 'a.rtf', sampleProfile);
    expect(content.document.children).toEqual([
      { type: 'paragraph', children: [text('Before '), text('[1]', 'superscript'), text('after.')] },
      { type: 'paragraph', align: 'center', children: [text('In '), text('bold', 'bold'), text(' box')] },
      { type: 'paragraph', align: 'center', children: [linked(text('there'))] },
      { type: 'paragraph', children: [text('Last.')] },
      { type: 'paragraph', children: [text('[1] See '), linked(text('the '), text('rules', 'bold')), text('.')] },
      { type: 'paragraph', children: [text('Second.')] },
    ]);
    expect(report.notes.map(({ kind, count }) => [kind, count])).toEqual([
      ['text-boxes', 1],
      ['hidden-text', 1],
    ]);
  });

  test('has what EQ fields draw, which stands in their instructions alone', async () => {
    const circled = field(String.raw`EQ \\o\\ac(\u9675 ?,1)`);
    const read = field(String.raw`EQ \\o\\ad(\\s\\up 9(bin),\u27103 ?)`);
    const hidden = String.raw`{\v ${field(String.raw`EQ \\f(1,2)`)}}`;
    const rtf = String.raw`{\rtf1\ansi Headline\par ${circled} ${read}${hidden}, ${field(String.raw`EQ \\f(3,4)`)}.\par}`;
    const { content, report } = await importPage(Buffer.from(rtf), 'a.rtf', sampleProfile);
    expect(content.document.children.map(blockText)).toEqual(['① 槟, 3/4.']);
    expect(report.notes.map(({ kind, count }) => [kind, count])).toEqual([
      ['readings', 1],
      ['equations', 1],
    ]);
  });

  test('as a file becomes a draft with its pictures, and says what stayed out', async () => {
    const bytes = readFileSync(join(clipboard, 'word-rtf-release.rtf'));
    const { content, report, pictures } = await importPage(bytes, '检查.rtf', sampleProfile);
    expect(content.metadata.headline).toBe('检查情况');
    expect(content.document.children.map(blockText)[0]).toBe('检查组逐栋查看电梯，共〇处，12处。');
    expect(pictures.map(({ name, bytes: { length } }) => [name, length])).toEqual([['picture-1.png', 16]]);
    expect(figuresOf(content.document).map(({ asset }) => asset)).toEqual([pictures[0]?.sha256]);
    expect(report.kind).toBe('rtf');
    expect(report.notes.map(({ kind, count }) => [kind, count])).toEqual([
      ['hidden-text', 1],
      ['tracked-changes', 1],
      ['text-boxes', 1],
    ]);
    await expect(importPage(Buffer.from('{\\rtf1 }'), 'a.rtf', sampleProfile)).rejects.toMatchObject({
      code: 'page-empty',
    });
  });
});
