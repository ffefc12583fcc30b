import { describe, expect, test } from 'vitest';
import { rememberPath } from '#renderer/session/file-paths.ts';
import { sortFiles } from '#renderer/session/sort-files.ts';

const names = (files: readonly File[]) => files.map(({ name }) => name);
const jpeg = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0]);
/** A zip that begins with a file of this name (APPNOTE 4.3.7). */
const zip = (first: string) =>
  Buffer.from(`PK\u0003\u0004${'\0'.repeat(22)}${String.fromCharCode(first.length)}\0\0\0${first}`);
const ole = new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0]);

test('each file goes where its bytes belong; unknown bytes are tried as a picture', async () => {
  const sorted = await sortFiles([
    new File([jpeg], 'a.JPG'),
    new File([jpeg], '没有扩展名'),
    new File(['<html><body>页'], '页面'),
    new File([zip('TSZJ-20220316-0007-r3/data/page.html')], 'TSZJ-20220316-0007-r3.zip'),
    new File([zip('[Content_Types].xml')], '稿件.docx'),
    new File([zip('photos/1.jpg')], '材料.zip'),
    new File([ole], '旧稿.wps'),
    new File(['第一行'], '旧页.txt'),
    new File(['错误页'], 'b.heic'),
    new File(['MZ\0\u0003'], 'x.exe'),
  ]);
  expect(names(sorted.pictures)).toEqual(['a.JPG', '没有扩展名', 'b.heic', 'x.exe']);
  expect(names(sorted.archives)).toEqual(['TSZJ-20220316-0007-r3.zip']);
  expect(sorted.others.map(({ file }) => file.name)).toEqual(['页面', '稿件.docx', '材料.zip', '旧稿.wps', '旧页.txt']);
});

test('what systems and office programs put into folders for themselves is passed over', async () => {
  const sorted = await sortFiles(
    ['Thumbs.db', 'desktop.ini', '.DS_Store', '~$稿件.docx'].map((name) => new File(['x'], name)),
  );
  expect(Object.values(sorted).flat()).toEqual([]);
});

/** A file of a folder that was dropped. */
const at = (path: string, bytes: BlobPart) => {
  const file = new File([bytes], path.split('/').at(-1) ?? '');
  rememberPath(file, path);
  return file;
};
/** What becomes of files: the pictures that stay for themselves, and each page with those beside it. */
const shown = async (...files: readonly File[]) => {
  const { pictures, others } = await sortFiles(files);
  return { pictures: names(pictures), others: others.map(({ file, beside }) => [file.name, ...names(beside)]) };
};

describe('a saved page', () => {
  test.each(['检查_files', '检查.files'])(
    'has the pictures of its folder %s; scripts and frames there are its own',
    async (folder) => {
      const files = [
        at(`${folder}/640`, jpeg),
        at(`${folder}/640(1)`, jpeg),
        at(`${folder}/saved_resource.html`, '<html>'),
        at(`${folder}/jquery.js.下载`, 'var a'),
        at(`${folder}/内/图.png`, jpeg),
        at('检查.html', '<html>'),
        at('别处/640', jpeg),
      ];
      expect(await shown(...files)).toEqual({ pictures: ['640'], others: [['检查.html', '640', '640(1)', '图.png']] });
    },
  );

  test('beside another one of its kind: each has its own pictures, also of one name', async () => {
    const pages = ['甲', '乙'].flatMap((name) => [at(`存/${name}.htm`, '<html>'), at(`存/${name}_files/1.jpg`, jpeg)]);
    const { others } = await sortFiles(pages);
    expect(others.map(({ file, beside }) => [file, ...beside])).toEqual([pages.slice(0, 2), pages.slice(2)]);
  });

  test('has loose pictures too that it names, in its own encoding or with each sign as %; others stay for themselves', async () => {
    const gbk = new Uint8Array([
      ...Buffer.from('<img src="/upload/'),
      0xcf,
      0xd6,
      0xb3,
      0xa1,
      ...Buffer.from('.jpg">'),
    ]);
    const loose = ['现场.jpg', '1.jpg', '11.jpg', 'a b.png'].map((name) => new File([jpeg], name));
    expect(await shown(new File([gbk], '旧页.htm'), ...loose)).toEqual({
      pictures: ['1.jpg', '11.jpg', 'a b.png'],
      others: [['旧页.htm', '现场.jpg']],
    });
    const utf8 = new File(
      ["<img src='x/%E7%8E%B0%E5%9C%BA.jpg'><img src=11.jpg><img src='a%20b.png?v=2'>"],
      '新页.html',
    );
    expect(await shown(utf8, ...loose)).toEqual({
      pictures: ['1.jpg'],
      others: [['新页.html', '现场.jpg', '11.jpg', 'a b.png']],
    });
  });
});
