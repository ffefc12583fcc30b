import { chmod, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fileKeyStore } from '#main/publishing/file-key-store.ts';
import { temporaryFolder } from '#tests/helpers/temporary-folder.ts';

test('keys are made on first use, one for packages and one for review files, and kept for good', async () => {
  const folder = join(await temporaryFolder(), 'keys');
  const first = await fileKeyStore(folder).signingKey('package');
  expect(await fileKeyStore(folder).signingKey('package')).toEqual(first);
  expect((await fileKeyStore(folder).signingKey('review')).fingerprint).not.toBe(first.fingerprint);
  expect(await readFile(join(folder, 'package.pub'), 'utf8')).toBe(
    `untrusted comment: minisign public key ${first.fingerprint}\n${first.publicKey}\n`,
  );
});

test('two that ask at once get the same key', async () => {
  const keys = fileKeyStore(join(await temporaryFolder(), 'keys'));
  const [one, two] = await Promise.all([keys.signingKey('review'), keys.signingKey('review')]);
  expect(one).toEqual(two);
});

test('the private half can be read by this user only', async () => {
  const folder = join(await temporaryFolder(), 'keys');
  await fileKeyStore(folder).signingKey('package');
  const { mode } = await stat(join(folder, 'package.key'));
  expect(process.platform === 'win32' ? 0 : mode & 0o077).toBe(0);
});

test('a key file that is broken is told of and never replaced', async () => {
  const folder = join(await temporaryFolder(), 'keys');
  await fileKeyStore(folder).signingKey('package');
  const path = join(folder, 'package.key');
  await chmod(path, 0o600);
  await writeFile(path, 'broken');
  await expect(fileKeyStore(folder).signingKey('package')).rejects.toMatchObject({
    code: 'file-unreadable',
    params: { file: 'package.key' },
  });
  expect(await readFile(path, 'utf8')).toBe('broken');
});
