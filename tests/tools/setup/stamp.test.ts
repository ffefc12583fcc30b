import { mkdir, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { contentStamp, readStamp, writeStamp } from '#tools/setup/stamp.mjs';
import { temporaryFolder } from '#tests/helpers/temporary-folder.ts';

async function createSources(): Promise<string> {
  const root = await temporaryFolder();
  await mkdir(join(root, 'src/deep'), { recursive: true });
  await writeFile(join(root, 'src/a.ts'), 'a');
  await writeFile(join(root, 'src/deep/b.ts'), 'b');
  await writeFile(join(root, 'lock.json'), '{}');
  return root;
}
const stampOf = (root: string, ...facts: string[]): string => contentStamp(root, ['src', 'lock.json', 'absent'], facts);

it('is the same for the same content, whatever the times: a fresh checkout is not rebuilt', async () => {
  const root = await createSources();
  const before = stampOf(root);
  await utimes(join(root, 'src/a.ts'), 1, 1);
  expect(stampOf(root)).toBe(before);
  expect(stampOf(await createSources())).toBe(before);
});

it.each([
  ['a changed file', (root: string) => writeFile(join(root, 'src/deep/b.ts'), 'B')],
  ['a new file', (root: string) => writeFile(join(root, 'src/c.ts'), '')],
  ['a deleted file', (root: string) => rm(join(root, 'src/a.ts'))],
  ['an input that appears', (root: string) => writeFile(join(root, 'absent'), '')],
])('differs for %s', async (_what, change) => {
  const root = await createSources();
  const before = stampOf(root);
  await change(root);
  expect(stampOf(root)).not.toBe(before);
});

it('differs for another system', async () => {
  const root = await createSources();
  expect(stampOf(root, 'win32')).not.toBe(stampOf(root, 'linux'));
});

it('is read back as written, and absent before', async () => {
  const path = join(await temporaryFolder(), 'new/folder/.stamp');
  expect(readStamp(path)).toBeUndefined();
  writeStamp(path, 'abc');
  expect(readStamp(path)).toBe('abc');
});
