import { tmpdir } from 'node:os';
import { describe, expect, test } from 'vitest';
import { diskKind, linuxDiskKind, windowsDriveKind, windowsPathKind } from '#main/files/disk-kind.ts';

describe('where a folder lies', () => {
  test.each([
    [0x6969, 'network'],
    [0xff534d42, 'network'],
    [0xff534d42 | 0, 'network'],
    [0x4d44, 'removable'],
    [0x2011bab0, 'removable'],
    [0xef53, 'fixed'],
    [0x01021994, 'fixed'],
  ])('Linux says by the type %i of its file system: %s', (type, kind) => {
    expect(linuxDiskKind(type)).toBe(kind);
  });

  test.each([
    [String.raw`\\server\share\稿签`, 'network'],
    [String.raw`\\?\UNC\server\share`, 'network'],
    [String.raw`\\?\C:\data`, null],
    [String.raw`C:\data`, null],
  ])('Windows says by the path %s: %s', (path, kind) => {
    expect(windowsPathKind(path)).toBe(kind);
  });

  test.each([
    ['2\r\n', 'removable'],
    ['3\r\n', 'fixed'],
    ['4\r\n', 'network'],
    ['', null],
  ])('Windows says by the type %j of a drive: %s', (answer, kind) => {
    expect(windowsDriveKind(answer)).toBe(kind);
  });

  test('the temporary folder of this machine is no share', async () => {
    expect(await diskKind(tmpdir())).not.toBe('network');
  });

  test('a folder that is not there is not judged', async () => {
    expect(await diskKind('/nowhere/at/all')).toBeNull();
  });
});
