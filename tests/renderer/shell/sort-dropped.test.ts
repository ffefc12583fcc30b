import { expect, test } from 'vitest';
import { sortDropped } from '#renderer/shell/sort-dropped.ts';

const names = (files: readonly File[]) => files.map(({ name }) => name);

test('each dropped file goes where its kind belongs, and what is unknown is tried as a picture', () => {
  const sorted = sortDropped(
    ['a.JPG', '页面.html', 'TSZJ-20220316-0007-r3.zip', '旧页.txt', 'b.heic', 'x.exe'].map(
      (name) => new File(['x'], name),
    ),
  );
  expect(names(sorted.pictures)).toEqual(['a.JPG', 'b.heic', 'x.exe']);
  expect(names(sorted.pages)).toEqual(['页面.html', '旧页.txt']);
  expect(names(sorted.archives)).toEqual(['TSZJ-20220316-0007-r3.zip']);
});
