import { link, mkdir, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { clipPictures } from '#main/files/clip-pictures.ts';
import { clipPlace } from '#main/files/clip-place.ts';
import { temporaryFolder } from '#tests/helpers/temporary-folder.ts';

const windowsTemp = 'C:\\Users\\Administrator\\AppData\\Local\\Temp';

describe('on Windows an address is judged by its words alone', () => {
  test.each([
    [
      'file:///C:/Users/Administrator/AppData/Local/Temp/msohtmlclip1/01/clip_image002.jpg',
      'msohtmlclip1/01/clip_image002.jpg',
    ],
    [
      'file:///C:/Users/ADMINI~1/AppData/Local/Temp/msohtmlclip1/01/clip_image002.jpg',
      'msohtmlclip1/01/clip_image002.jpg',
    ],
    ['file:///C:\\Users\\Administrator\\AppData\\Local\\Temp\\ksohtml12345\\wps1.jpg', 'ksohtml12345/wps1.jpg'],
    [
      'file:///c:/users/administrator/appdata/local/temp/ksohtml/wps_clip_image-321.png',
      'ksohtml/wps_clip_image-321.png',
    ],
    ['file:///C:/Users/ADMINI~1/AppData/Local/Temp/ksohtml/wpsCD90.tmp.jpg', 'ksohtml/wpsCD90.tmp.jpg'],
    [
      'file://localhost/C:/Users/Administrator/AppData/Local/Temp/msohtmlclip/clip_image001.gif',
      'msohtmlclip/clip_image001.gif',
    ],
  ])('%s is one of the clipboard', (address, place) => {
    expect(clipPlace(address, windowsTemp, 'win32')?.join('/')).toBe(place);
  });

  const below = 'C:/Users/Administrator/AppData/Local/Temp';
  test.each([
    'file://server/share/msohtmlclip1/a.png',
    'file:////server/share/msohtmlclip1/a.png',
    'file://///server/share/a.png',
    'file:\\\\server\\share\\a.png',
    '\\\\server\\share\\msohtmlclip1\\a.png',
    '//server/msohtmlclip1/a.png',
    'file:///\\\\?\\C:\\Users\\a.png',
    'file:///\\\\.\\PhysicalDrive0',
    'file:///D:/Users/Administrator/AppData/Local/Temp/msohtmlclip1/a.png',
    'file:///C:Users/Administrator/AppData/Local/Temp/msohtmlclip1/a.png',
    'file:///C://Users/Administrator/AppData/Local/Temp/msohtmlclip1/a.png',
    `file:///${below}/msohtmlclip1/../../secret.png`,
    `file:///${below}/msohtmlclip1/%2e%2e/secret.png`,
    `file:///${below}/msohtmlclip1/..%5c..%5csecret.png`,
    `file:///${below}/msohtmlclip1/a.png:stream`,
    `file:///${below}/msohtmlclip1/a.png%00.txt`,
    `file:///${below}/msohtmlclip1/a.png?x`,
    `file:///${below}/msohtmlclip1/a.png#x`,
    `file:///${below}/msohtmlclip1/%zz.png`,
    `file:///${below}/msohtmlclip1/a b.png`,
    `file:///${below}/msohtmlclip1/a.png.exe.lnk`,
    `file:///${below}/msohtmlclip1/a*.png`,
    `file:///${below}/msohtmlclip1/`,
    `file:///${below}/msohtmlclip1`,
    `file:///${below}/msohtmlclip1/1/2/3/4/a.png`,
    `file:///${below}/msohtmlclipx/a.png`,
    `file:///${below}/other/a.png`,
    `file:///${below}/a.png`,
    `file:///${below}x/msohtmlclip1/a.png`,
    `file:///${below}/x/msohtmlclip1/a.png`,
    'file:///C:/Users/Other/AppData/Local/Temp/msohtmlclip1/a.png',
    'file:///C:/Users/BADMIN~1/AppData/Local/Temp/msohtmlclip1/a.png',
    'file:///C:/Windows/System32/config/SAM',
    'file:///C:/msohtmlclip1/a.png',
    'file:C:/Users/a.png',
    'file:',
    'file://',
    'file:///',
    '',
    'C:\\Users\\a.png',
    'http://127.0.0.1/msohtmlclip1/a.png',
    'ftp://127.0.0.1/msohtmlclip1/a.png',
    'javascript:alert(1)',
    'data:image/png;base64,AAAA',
    'vbscript:x',
    'smb://server/share/msohtmlclip1/a.png',
    'res://a.dll/b.png',
    'ms-appx:///a.png',
  ])('%s is not', (address) => {
    expect(clipPlace(address, windowsTemp, 'win32')).toBeNull();
  });
});

describe('elsewhere', () => {
  test('WPS for Linux has a folder for each person, and one slash more in its addresses', () => {
    const place = clipPlace('file:////tmp/wps-zhang/ksohtml/wps4Pi67z.png', '/tmp', 'linux');
    expect(place?.join('/')).toBe('wps-zhang/ksohtml/wps4Pi67z.png');
    expect(clipPlace('file:///C:/T/wps-zhang/ksohtml/wps1.png', 'C:\\T', 'win32')).toBeNull();
  });

  test.each([
    'file:///etc/passwd',
    'file:///tmp/../etc/msohtmlclip1/passwd',
    'file:///tmp/msohtmlclip1/../../etc/passwd',
    'file:///tmp/msohtmlclip1/%2e%2e/%2e%2e/etc/passwd',
    'file://///tmp/msohtmlclip1/a.png',
    'file:////tmp/other-zhang/ksohtml/a.png',
    'file:///tmp/wps-zhang/a.png',
    'file:///tmp\\msohtmlclip1\\a.png',
    'file:///proc/self/environ',
    'file:///dev/zero',
    'file://host/tmp/msohtmlclip1/a.png',
    'file:///TMP/msohtmlclip1/a.png',
    'file:///tmp/msohtmlclip1/.hidden.png',
    'file:///tmp/msohtmlclip1/a.png/',
    'file:///tmp/.msohtmlclip1/a.png',
  ])('%s is not one of the clipboard', (address) => {
    const place = clipPlace(address, '/tmp', 'linux');
    // A slash at the end names the same file.
    expect(place === null || place.join('/') === 'msohtmlclip1/a.png').toBe(true);
    if (!address.endsWith('/')) expect(place).toBeNull();
  });
});

async function setUp() {
  const outside = await temporaryFolder();
  const temporary = await temporaryFolder();
  const png = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#336699' } })
    .png()
    .toBuffer();
  await mkdir(join(temporary, 'msohtmlclip1/01'), { recursive: true });
  await mkdir(join(temporary, 'ksohtml77'));
  const address = (name: string): string => pathToFileURL(join(temporary, name)).href;
  return { outside, temporary, png, address, clip: clipPictures(() => temporary) };
}

describe('the files themselves', () => {
  test('a real picture of Word or WPS is read', async () => {
    const { temporary, png, address, clip } = await setUp();
    for (const name of ['msohtmlclip1/01/clip_image002.png', 'ksohtml77/wps1.png']) {
      await writeFile(join(temporary, name), png);
      expect(Buffer.from((await clip.read(address(name))) ?? [])).toEqual(png);
    }
  });

  test('links, other kinds of bytes, folders, empty and huge files, and what is not there are not', async () => {
    const { outside, temporary, png, address, clip } = await setUp();
    const secret = join(outside, 'secret.png');
    await writeFile(secret, png);
    await symlink(secret, join(temporary, 'ksohtml77/soft.png'));
    await link(secret, join(temporary, 'ksohtml77/hard.png'));
    await symlink(outside, join(temporary, 'ksohtml88'));
    await symlink(join(temporary, 'ksohtml77'), join(temporary, 'ksohtml99'));
    await writeFile(join(temporary, 'ksohtml77/words.png'), 'no picture, a password');
    await writeFile(join(temporary, 'ksohtml77/empty.png'), '');
    await writeFile(join(temporary, 'ksohtml77/huge.png'), png);
    await truncate(join(temporary, 'ksohtml77/huge.png'), 31 * 1024 * 1024);
    await mkdir(join(temporary, 'ksohtml77/folder.png'));
    await writeFile(join(temporary, 'ksohtml77/real.png'), png);
    const names = [
      'ksohtml77/soft.png',
      'ksohtml77/hard.png',
      'ksohtml88/secret.png',
      'ksohtml99/real.png',
      'ksohtml77/words.png',
    ];
    for (const name of [
      ...names,
      'ksohtml77/empty.png',
      'ksohtml77/huge.png',
      'ksohtml77/folder.png',
      'ksohtml77/gone.png',
    ]) {
      expect(await clip.read(address(name)), name).toBeNull();
    }
    expect(await clip.read(pathToFileURL(secret).href)).toBeNull();
  });
});
