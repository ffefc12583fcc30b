import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Ids } from '#main/services/ports/ids.ts';
import type { InletFile, InletFiles } from '#main/services/ports/inlet-files.ts';
import { AppError } from '#shared/errors.ts';
import { inletLimitBytes } from '#shared/ipc/channels/inlet.ts';
import { readError, writeError } from './file-errors.ts';

interface Entry extends InletFile {
  received: number;
  /** Appends run one after another, also when the window does not wait for the answer. */
  last: Promise<unknown>;
}

/**
 * Temporary files of what comes in through the window, in a folder of their own. Their paths are made of our ids,
 * never of the sender's names. What an earlier run left there is removed at the start.
 */
export function inletFiles(folder: string, ids: Ids): InletFiles {
  const entries = new Map<string, Entry>();
  try {
    mkdirSync(folder, { recursive: true });
    for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true, force: true });
  } catch (thrown) {
    throw writeError(thrown);
  }

  function find(fileId: string): Entry {
    const entry = entries.get(fileId);
    if (!entry) throw new AppError('not-found');
    return entry;
  }

  async function write(entry: Entry, offset: number, chunk: Uint8Array): Promise<number> {
    if (offset !== entry.received) throw new AppError('bad-request', { expected: entry.received });
    if (offset + chunk.byteLength > entry.bytes) throw new AppError('file-too-large', { name: entry.name });
    try {
      const file = await open(entry.path, 'r+');
      try {
        await file.write(chunk, 0, chunk.byteLength, offset);
      } finally {
        await file.close();
      }
    } catch (thrown) {
      throw writeError(thrown);
    }
    entry.received += chunk.byteLength;
    return entry.received;
  }

  async function take(fileId: string): Promise<InletFile> {
    const { id, name, path, bytes, received } = find(fileId);
    if (received !== bytes) throw new AppError('file-unreadable', { name });
    return { id, name, path, bytes };
  }

  return {
    async begin(name, bytes) {
      const promised = [...entries.values()].reduce((sum, entry) => sum + entry.bytes, bytes);
      if (bytes > inletLimitBytes || promised > inletLimitBytes * 2) {
        throw new AppError('file-too-large', { name, limitMegabytes: inletLimitBytes / 1024 / 1024 });
      }
      const id = ids.next();
      const path = join(folder, id);
      try {
        await (await open(path, 'wx')).close();
      } catch (thrown) {
        throw writeError(thrown);
      }
      entries.set(id, { id, name, path, bytes, received: 0, last: Promise.resolve() });
      return id;
    },

    async append(fileId, offset, chunk) {
      const entry = find(fileId);
      const written = entry.last.then(() => write(entry, offset, chunk));
      entry.last = written.catch(() => undefined);
      return written;
    },

    take,

    async read(fileId) {
      const { path } = await take(fileId);
      return readFile(path).catch((thrown: unknown) => {
        throw readError(thrown);
      });
    },

    async discard(fileId) {
      const entry = find(fileId);
      entries.delete(fileId);
      await entry.last;
      await rm(entry.path, { force: true });
    },
  };
}
