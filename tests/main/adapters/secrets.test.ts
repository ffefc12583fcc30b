import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createSecrets } from '#main/adapters/secrets.ts';
import { temporaryFolder } from '#tests/helpers/temporary-folder.ts';

const turn = (bytes: Buffer): Buffer => Buffer.from(bytes.toReversed());

/** A keyring as a desktop has one: turns the bytes round, so that the file can be told from the secret. */
function createKeyring() {
  return {
    isLost: false,
    getSelectedStorageBackend: () => 'gnome_libsecret' as const,
    isAsyncEncryptionAvailable: async () => true,
    encryptStringAsync: async (text: string) => turn(Buffer.from(text)),
    async decryptStringAsync(bytes: Buffer) {
      if (this.isLost) throw new Error('another key');
      return { result: turn(bytes).toString(), shouldReEncrypt: false };
    },
  };
}

it('keeps secrets encrypted in one file that only its owner may read', async () => {
  const keyring = createKeyring();
  const path = join(await temporaryFolder(), 'secrets.json');
  await createSecrets(path, keyring).write('portal-token', 'token-1');
  expect(await createSecrets(path, keyring).read('portal-token')).toBe('token-1');
  expect(await readFile(path, 'utf8')).not.toContain('token-1');
  expect((await stat(path)).mode & 0o077).toBe(0);
});

it('forgets one and keeps the others, also when written all at once', async () => {
  const keyring = createKeyring();
  const secrets = createSecrets(join(await temporaryFolder(), 'secrets.json'), keyring);
  await Promise.all([secrets.write('a', '1'), secrets.write('b', '2'), secrets.write('c', '3')]);
  await secrets.write('b', null);
  expect(await Promise.all(['a', 'b', 'c'].map((name) => secrets.read(name)))).toEqual(['1', null, '3']);
});

it('has them in memory alone where the machine has no safe place', async () => {
  const path = join(await temporaryFolder(), 'secrets.json');
  const secrets = createSecrets(path);
  await secrets.write('portal-token', 'token-1');
  expect(await secrets.read('portal-token')).toBe('token-1');
  expect(await createSecrets(path).read('portal-token')).toBeNull();
  await expect(stat(path)).rejects.toThrow('ENOENT');
});

it('asks again when the file is damaged or its key has changed', async () => {
  const keyring = createKeyring();
  const path = join(await temporaryFolder(), 'secrets.json');
  await createSecrets(path, keyring).write('a', '1');
  keyring.isLost = true;
  expect(await createSecrets(path, keyring).read('a')).toBeNull();
  keyring.isLost = false;
  await writeFile(path, '{ damaged');
  expect(await createSecrets(path, keyring).read('a')).toBeNull();
});
