import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { threadedImporter } from '#main/publishing/reader/threaded-readers.ts';
import { blockText } from '#shared/document/walk.ts';
import { toCodedError } from '#shared/errors.ts';
import { sampleProfile } from '#tests/helpers/sample-profile.ts';
import { temporaryFolder } from '#tests/helpers/temporary-folder.ts';

const importer = threadedImporter(new URL('../../../../src/main/publishing/reader/reader-worker.ts', import.meta.url));

/** `taken` or the code of the refusal. */
async function outcome(name: string, text: string): Promise<string> {
  const path = join(await temporaryFolder(), 'file');
  await writeFile(path, text);
  return importer.read({ path, name }, sampleProfile).then(
    ({ content }) => (content.document.children.length > 0 ? 'taken' : 'empty'),
    (thrown: unknown) => toCodedError(thrown).code,
  );
}

function nestedParts(depth: number): string {
  let part = 'Content-Type: text/plain\r\n\r\n正文';
  for (let level = 0; level < depth; level += 1) {
    part = `Content-Type: multipart/mixed; boundary="b${level}"\r\n\r\n--b${level}\r\n${part}\r\n--b${level}--\r\n`;
  }
  return `MIME-Version: 1.0\r\nFrom: a@example.gov.cn\r\n${part}`;
}

const attachment = '--q\r\nContent-Type: image/png\r\nContent-Disposition: attachment; filename="a.png"\r\n\r\nx\r\n';
const mail = 'MIME-Version: 1.0\r\nFrom: a@example.gov.cn\r\nContent-Type: multipart/mixed; boundary=q\r\n\r\n';

test.each([
  ['a mail nested two thousand deep', 'a.eml', nestedParts(2000), 'mail-broken'],
  [
    'mails within mails',
    'a.eml',
    `From: a@b\r\n${'Content-Type: message/rfc822\r\n\r\nFrom: a@b\r\n'.repeat(2000)}\r\n字`,
    'taken',
  ],
  ['a mail of fifty thousand pictures', 'a.eml', `${mail}${attachment.repeat(50_000)}--q--`, 'mail-broken'],
  [
    'a mail that is all headers',
    'a.eml',
    `From: a@b\r\n${`X-A: ${'a'.repeat(900)}\r\n`.repeat(10_000)}\r\n字`,
    'mail-broken',
  ],
  ['tables within tables', 'a.html', `${'<table><tr><td>'.repeat(5000)}字`, 'taken'],
  ['lists within lists', 'a.html', `${'<ul><li>'.repeat(20_000)}字`, 'taken'],
  [
    'a list of two hundred thousand lines',
    'a.html',
    `<ul><ul>${'<li>字'.repeat(200_000)}</ul></ul>`,
    'import-too-heavy',
  ],
  [
    'cells that reach over everything',
    'a.html',
    `<table>${'<tr><td colspan=1000 rowspan=65534>格'.repeat(2000)}</table>`,
    'taken',
  ],
  ['a hundred thousand attributes', 'a.html', `<p ${'a=b '.repeat(100_000)}>字`, 'taken'],
  [
    'a picture of 40 MB in the page',
    'a.html',
    `<img src="data:image/png;base64,${'A'.repeat(40_000_000)}">字`,
    'taken',
  ],
  ['a line of three hundred thousand letters', 'a.txt', '市住建局，'.repeat(60_000), 'taken'],
  ['brackets that never close', 'a.txt', '設('.repeat(200_000), 'taken'],
  ['a page with the name of a mail', 'a.eml', '<!DOCTYPE html><html><body><p>正文</p></body></html>', 'taken'],
])(
  '%s',
  async (_what, name, text, expected) => {
    expect(await outcome(name, text)).toBe(expected);
  },
  60_000,
);

test('what a file is decides what is read, whatever its name says', async () => {
  const path = join(await temporaryFolder(), 'file');
  await writeFile(path, '<html><body><h1>题目</h1><p>正文</p></body></html>');
  const { content, report } = await importer.read({ path, name: '稿件.docx' }, sampleProfile);
  expect([report.kind, content.document.children.map(blockText)]).toEqual(['html', ['正文']]);
});
