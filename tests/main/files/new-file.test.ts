import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { removeUnfinished, writeNewFile } from '#main/files/new-file.ts';
import { AppError } from '#shared/errors.ts';
import { temporaryFolder } from '#tests/helpers/temporary-folder.ts';

async function write(path: string, text: string, judge = async (): Promise<void> => undefined): Promise<void> {
  await writeNewFile(path, async (file) => file.writeFile(text), judge);
}

test('a new file gets its name only after it was judged good', async () => {
  const folder = await temporaryFolder();
  const path = join(folder, 'made', 'a.zip');
  await write(path, 'one', async () => {
    expect(await readdir(join(folder, 'made'))).toHaveLength(1);
    await expect(readFile(path)).rejects.toThrow('ENOENT');
  });
  expect(await readFile(path, 'utf8')).toBe('one');
  expect(await readdir(join(folder, 'made'))).toEqual(['a.zip']);
});

test('a file that was judged bad, or whose name is taken, leaves nothing', async () => {
  const folder = await temporaryFolder();
  const path = join(folder, 'a.zip');
  const bad = write(path, 'one', async () => {
    throw new AppError('bag-malformed');
  });
  await expect(bad).rejects.toMatchObject({ code: 'bag-malformed' });
  expect(await readdir(folder)).toEqual([]);
  await writeFile(path, 'mine');
  await expect(write(path, 'yours')).rejects.toMatchObject({ code: 'not-allowed' });
  expect(await readFile(path, 'utf8')).toBe('mine');
});

test('a name that is taken while it is being written is left alone too', async () => {
  const folder = await temporaryFolder();
  const path = join(folder, 'a.zip');
  const late = write(path, 'yours', async () => writeFile(path, 'mine'));
  await expect(late).rejects.toMatchObject({ code: 'not-allowed' });
  expect(await readFile(path, 'utf8')).toBe('mine');
  expect(await readdir(folder)).toEqual(['a.zip']);
});

test('what a killed run left half-made is removed at the next start, and nothing else', async () => {
  const folder = await temporaryFolder();
  for (const name of ['.a.zip.0011.part', 'b.zip', '.hidden', 'c.part']) await writeFile(join(folder, name), '');
  await removeUnfinished(folder);
  expect((await readdir(folder)).sort()).toEqual(['.hidden', 'b.zip', 'c.part']);
  await removeUnfinished(join(folder, 'none'));
});
