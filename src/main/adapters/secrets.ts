import { open, readFile, rename } from 'node:fs/promises';
import { safeStorage, type SafeStorage } from 'electron';
import type { Secrets } from '#main/services/ports/secrets.ts';

type Storage = Pick<
  SafeStorage,
  'getSelectedStorageBackend' | 'isAsyncEncryptionAvailable' | 'encryptStringAsync' | 'decryptStringAsync'
>;

/**
 * Secrets encrypted by the operating system, in one file of the data folder. Where the system has no safe place (no keyring, or
 * one that only obscures), they live in memory and are asked for again after a restart.
 */
export function createSecrets(filePath: string, storage: Storage = safeStorage): Secrets {
  const memory = new Map<string, string>();
  let last: Promise<unknown> = Promise.resolve();

  /** One at a time: each write reads the file, changes one name and replaces the file. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = last.then(work, work);
    last = turn.catch(() => undefined);
    return turn;
  }

  return {
    read: (name) =>
      inTurn(async () => {
        if (!(await isSafe(storage))) return memory.get(name) ?? null;
        const kept = (await readKept(filePath))[name];
        return kept === undefined ? null : await decrypt(storage, kept);
      }),
    write: (name, value) =>
      inTurn(async () => {
        if (!(await isSafe(storage))) {
          if (value === null) memory.delete(name);
          else memory.set(name, value);
          return;
        }
        const kept = { ...(await readKept(filePath)) };
        if (value === null) delete kept[name];
        else kept[name] = (await storage.encryptStringAsync(value)).toString('base64');
        await replaceFile(filePath, JSON.stringify(kept));
      }),
  };
}

async function isSafe(storage: Storage): Promise<boolean> {
  if (process.platform === 'linux' && storage.getSelectedStorageBackend() === 'basic_text') return false;
  return await storage.isAsyncEncryptionAvailable();
}

/** Null when the key has changed since (another account, a restored profile): the secret is asked for again. */
async function decrypt(storage: Storage, base64: string): Promise<string | null> {
  try {
    return (await storage.decryptStringAsync(Buffer.from(base64, 'base64'))).result;
  } catch {
    return null;
  }
}

async function readKept(filePath: string): Promise<Readonly<Record<string, string>>> {
  try {
    const kept: unknown = JSON.parse(await readFile(filePath, 'utf8'));
    const entries = typeof kept === 'object' && kept !== null ? Object.entries(kept) : [];
    return Object.fromEntries(entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
  } catch {
    return {};
  }
}

async function replaceFile(filePath: string, text: string): Promise<void> {
  const temporary = `${filePath}.new`;
  const file = await open(temporary, 'w', 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(temporary, filePath);
}
