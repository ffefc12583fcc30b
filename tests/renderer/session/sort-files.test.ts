import { expect, test } from 'vitest';
import { sortFiles } from '#renderer/session/sort-files.ts';

const names = (files: readonly File[]) => files.map(({ name }) => name);
const jpeg = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0]);
const zip = new Uint8Array([0x50, 0x4b, 3, 4, 20, 0]);
const ole = new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0]);

test('each file goes where its bytes belong; unknown bytes are tried as a picture', async () => {
  const sorted = await sortFiles([
    new File([jpeg], 'a.JPG'),
    new File([jpeg], '没有扩展名'),
    new File(['<html><body>页'], '页面'),
    new File([zip], 'TSZJ-20220316-0007-r3.zip'),
    new File([zip], '稿件.docx'),
    new File([ole], '旧稿.wps'),
    new File(['第一行'], '旧页.txt'),
    new File(['错误页'], 'b.heic'),
    new File(['MZ\0\u0003'], 'x.exe'),
  ]);
  expect(names(sorted.pictures)).toEqual(['a.JPG', '没有扩展名', 'b.heic', 'x.exe']);
  expect(names(sorted.archives)).toEqual(['TSZJ-20220316-0007-r3.zip']);
  expect(names(sorted.others)).toEqual(['页面', '稿件.docx', '旧稿.wps', '旧页.txt']);
});

test('what systems and office programs put into folders for themselves is passed over', async () => {
  const sorted = await sortFiles(
    ['Thumbs.db', 'desktop.ini', '.DS_Store', '~$稿件.docx'].map((name) => new File(['x'], name)),
  );
  expect(Object.values(sorted).flat()).toEqual([]);
});
