import { execFileSync } from 'node:child_process';
import { mkdir, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { pageImporter } from '#main/publishing/import/page-importer.ts';
import { docxOf } from '#tests/builders/docx-file.ts';
import { sampleProfile } from '#tests/helpers/sample-profile.ts';
import { temporaryFolder } from '#tests/helpers/temporary-folder.ts';

const read = async (path: string, name = 'x.docx') => pageImporter.read({ path, name }, sampleProfile);

test('what only bears the name of a document is refused by a code, at once', async () => {
  const folder = await temporaryFolder();
  const empty = join(folder, 'empty.docx');
  await writeFile(empty, '');
  await expect(read(empty)).rejects.toMatchObject({ code: 'file-empty', params: { name: 'x.docx' } });
  const huge = join(folder, 'huge.docx');
  await writeFile(huge, 'PK');
  await truncate(huge, 2 * 1024 * 1024 * 1024);
  await expect(read(huge)).rejects.toMatchObject({ code: 'file-too-large', params: { limitMegabytes: 60 } });
  const named = join(folder, 'folder.docx');
  await mkdir(named);
  await expect(read(named)).rejects.toMatchObject({ code: 'file-unreadable' });
  await expect(read(join(folder, 'gone.docx'))).rejects.toMatchObject({ code: 'file-vanished' });
});

test.runIf(process.platform !== 'win32')('a pipe is not waited for', async () => {
  const pipe = join(await temporaryFolder(), 'pipe.docx');
  execFileSync('mkfifo', [pipe]);
  await expect(pageImporter.kind(pipe, 'pipe.docx')).rejects.toMatchObject({ code: 'file-unreadable' });
  await expect(read(pipe)).rejects.toMatchObject({ code: 'file-unreadable' });
});

/** A zip that begins with a file of this name (APPNOTE 4.3.7). */
const zip = (entry: string) => {
  const head = Buffer.alloc(30);
  head.write('PK\u0003\u0004');
  head.writeUInt16LE(Buffer.byteLength(entry), 26);
  return Buffer.concat([head, Buffer.from(entry)]);
};

test('packages of any size are told as such, documents as pages, pictures as pictures', async () => {
  const folder = await temporaryFolder();
  const path = join(folder, 'a');
  const kindOf = async (bytes: Buffer, name: string) => {
    await writeFile(path, bytes);
    return pageImporter.kind(path, name);
  };
  expect(await kindOf(zip('TSZJ-20220316-0007-r3/bagit.txt'), 'a.zip')).toBe('archive');
  await expect(kindOf(zip('photos/1.jpg'), '照片.zip')).rejects.toMatchObject({ code: 'import-compressed' });
  expect(await kindOf(zip('[Content_Types].xml'), 'a.zip')).toBe('page');
  expect(await kindOf(zip('mimetype'), 'a.docx')).toBe('page');
  expect(await kindOf(Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]), 'a')).toBe('picture');
  expect(await kindOf(Buffer.from('{\\rtf1'), 'a.doc')).toBe('page');
});

test.each([
  ['504b0304', '统计表.xlsx', 'import-spreadsheet'],
  ['d0cf11e0a1b11ae1', '统计表.et', 'import-spreadsheet'],
  ['504b0304', '汇报.pptx', 'import-slides'],
  ['504b0304', '来文.ofd', 'import-ofd'],
  ['d0cf11e0a1b11ae1', '来信.msg', 'import-outlook'],
  ['d0cf11e0a1b11ae1', '旧稿.wps', 'import-old-office'],
  ['526172211a0701', '材料.rar', 'import-compressed'],
  ['377abcaf271c', '材料.7z', 'import-compressed'],
  ['255044462d312e37', '来文.pdf', 'import-pdf'],
])('%s… named %s is refused with the way out: %s', async (bytes, name, code) => {
  const path = join(await temporaryFolder(), 'a');
  await writeFile(path, Buffer.from(bytes.padEnd(80, '0'), 'hex'));
  await expect(pageImporter.kind(path, name)).rejects.toMatchObject({ code, params: { name } });
  await expect(read(path, name)).rejects.toMatchObject({ code, params: { name } });
});

test('a document with a password is refused with another way out than one of an old format, whatever it is called', async () => {
  const path = join(await temporaryFolder(), 'a');
  const container = Buffer.from('d0cf11e0a1b11ae1'.padEnd(12_000, '0'), 'hex');
  for (const [name, stream, code] of [
    ['来稿.docx', 'EncryptedPackage', 'import-encrypted'],
    ['统计表.xlsx', 'EncryptedPackage', 'import-encrypted'],
    ['来稿.docx', 'WordDocument', 'import-old-office'],
  ] as const) {
    await writeFile(path, Buffer.concat([container, Buffer.from(stream, 'utf16le')]));
    await expect(pageImporter.kind(path, name)).rejects.toMatchObject({ code, params: { name } });
    await expect(read(path, name)).rejects.toMatchObject({ code, params: { name } });
  }
});

test('a document of an old format is told the way out however large it is', async () => {
  const path = join(await temporaryFolder(), 'a');
  await writeFile(path, Buffer.from('d0cf11e0a1b11ae1', 'hex'));
  await truncate(path, 80 * 1024 * 1024);
  await expect(pageImporter.kind(path, '旧稿.doc')).rejects.toMatchObject({ code: 'import-old-office' });
});

test('a document without any words or pictures makes no draft, and says so', async () => {
  const path = join(await temporaryFolder(), 'a');
  await writeFile(path, await docxOf('<w:p/><w:p/>'));
  await expect(read(path, '空.docx')).rejects.toMatchObject({ code: 'page-empty' });
});

test('what a system exports as “.xls” and is a table of HTML comes in as that table', async () => {
  const path = join(await temporaryFolder(), 'a');
  await writeFile(
    path,
    '<table border="1"><tr><td>项目</td><td>数量</td></tr><tr><td>电梯</td><td>12</td></tr></table>',
  );
  expect(await pageImporter.kind(path, '导出.xls')).toBe('page');
  const { content } = await read(path, '导出.xls');
  expect(content.document.children.map(({ type }) => type)).toEqual(['table']);
  expect(content.metadata.headline).toBe('');
});
