import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { KeyPurpose, KeyStore, SigningKey } from '#main/services/ports/key-store.ts';
import { AppError } from '#shared/errors.ts';
import { writeDurably } from '../files/durable-write.ts';
import { readError } from '../files/file-errors.ts';
import { writeNewFile } from '../files/new-file.ts';
import { makeSigningKey, publicKeyFile, signingKeyOfSeed } from './minisign.ts';

/**
 * Signing keys as files that only this user may read: `<folder>/<purpose>.key` holds the 32 bytes in base64,
 * `<folder>/<purpose>.pub` the public half in minisign's form, to give to portals.
 */
export function fileKeyStore(folder: string): KeyStore {
  const keys = new Map<KeyPurpose, Promise<SigningKey>>();
  return {
    signingKey(purpose) {
      const known = keys.get(purpose) ?? readOrMake(folder, purpose);
      keys.set(purpose, known);
      known.catch(() => keys.delete(purpose));
      return known;
    },
  };
}

async function readOrMake(folder: string, purpose: KeyPurpose): Promise<SigningKey> {
  const path = join(folder, `${purpose}.key`);
  const kept = await readKept(path);
  if (kept !== null) return keyOf(kept, purpose);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const key = makeSigningKey();
  await writeNewFile(
    path,
    async (file) => {
      await file.chmod(0o600);
      await file.writeFile(`${Buffer.from(key.seed).toString('base64')}\n`);
    },
    async () => undefined,
  );
  await writeDurably(join(folder, `${purpose}.pub`), publicKeyFile(key));
  return key;
}

/** Null only when there is no such file: one that cannot be read must not be taken for missing. */
async function readKept(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (thrown) {
    const error = readError(thrown);
    if (error.code === 'file-vanished') return null;
    throw error;
  }
}

/** A key file that makes no sense is never replaced: packages signed with it are out in the world. */
function keyOf(text: string, purpose: KeyPurpose): SigningKey {
  const seed = Buffer.from(text.trim(), 'base64');
  if (seed.length !== 32) throw new AppError('file-unreadable', { file: `${purpose}.key` });
  return signingKeyOfSeed(seed);
}
