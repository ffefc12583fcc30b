import { beforeEach, describe, expect, test } from 'vitest';
import { texts } from '#renderer/i18n/text.ts';
import { zhHans } from '#renderer/i18n/zh-Hans.ts';
import { droppedFiles } from '#renderer/session/dropped-files.ts';
import { useNotices } from '#renderer/session/notices.ts';

/** What the browser hands out of a drop (File and Directory Entries API), as far as it is asked. */
const fileEntry = (name: string, isReadable = true) => ({
  isFile: true,
  isDirectory: false,
  name,
  fullPath: `/${name}`,
  file: (give: (file: File) => void, fail: (reason: Error) => void) =>
    isReadable ? give(new File(['x'], name)) : fail(new Error('NotReadableError')),
});
const folderEntry = (name: string, entries: readonly unknown[]) => ({
  isFile: false,
  isDirectory: true,
  name,
  createReader() {
    const batches = [entries.slice(0, 100), entries.slice(100, 700), []];
    return { readEntries: (give: (batch: unknown) => void) => give(batches.shift() ?? []) };
  },
});
async function drop(...entries: readonly unknown[]): Promise<readonly string[]> {
  const items = entries.map((entry) => ({ kind: 'file', webkitGetAsEntry: () => entry }));
  const files = await droppedFiles({ items, files: [] } as unknown as DataTransfer);
  return files.map(({ name }) => name);
}
const told = () => useNotices.getState().shown.flatMap(({ lines }) => lines ?? []);

await texts.init({ lng: 'zh-Hans', resources: { 'zh-Hans': { translation: zhHans } } });
beforeEach(() => useNotices.setState({ shown: [] }));

describe('a folder that is dropped', () => {
  test('gives the files in it and in folders inside it', async () => {
    expect(await drop(folderEntry('现场', [fileEntry('一 1.jpg'), folderEntry('里', [fileEntry('😀.jpg')])]))).toEqual([
      '一 1.jpg',
      '😀.jpg',
    ]);
    expect(told()).toEqual([]);
  });

  test('with a file that cannot be read, or folders deeper than three, gives the others and names those', async () => {
    const deep = folderEntry('一', [folderEntry('二', [folderEntry('三', [folderEntry('四', [fileEntry('d.jpg')])])])]);
    expect(await drop(folderEntry('现场', [fileEntry('锁.jpg', false), fileEntry('a.jpg')]), deep)).toEqual(['a.jpg']);
    expect(told()).toEqual(['读不出来：锁.jpg、四']);
  });

  test('with more files than are taken at once gives the first of them and says so', async () => {
    const many = Array.from({ length: 620 }, (_unused, at) => fileEntry(`${String(at)}.jpg`));
    expect(await drop(folderEntry('照片', many))).toHaveLength(500);
    expect(told()).toEqual(['一次最多取 500 个，其余请分批放入']);
  });
});
