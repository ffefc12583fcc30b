import { createHash } from 'node:crypto';
import { access, mkdir, open, readFile, rm, rmdir, stat, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import type { MediaFiles } from '#main/services/ports/media-files.ts';
import { AppError } from '#shared/errors.ts';
import { sha256Schema } from '#shared/ids.ts';
import { limiter } from '#shared/in-parallel.ts';
import { fileChecksum } from './checksum.ts';
import { syncFolder, writeDurably, writeDurablyWith } from './durable-write.ts';
import { readError, writeError } from './file-errors.ts';
import { withPiece } from './pieces.ts';

/**
 * So many files are written at once. Each holds one of the four threads that Node has for files and pictures together until
 * the disk is done, and the next photo would stand still behind them.
 */
const filesAtOnce = 2;

/**
 * The private media folder: `<folder>/<first two hex digits>/<sha256>`. Files are written once and never changed, so a
 * name that is there is proof enough; a half-written one never gets its name.
 */
export function mediaFiles(folder: string): MediaFiles {
  const takeTurn = limiter(filesAtOnce);
  /** What came in since the start: its row may not be there yet. */
  const cameIn = new Set<string>();
  const leaving = new Map<string, Promise<void>>();

  function pathOf(sha256: string): string {
    if (!sha256Schema.safeParse(sha256).success) throw new AppError('bad-request');
    return join(folder, sha256.slice(0, 2), sha256);
  }

  async function makeShard(sha256: string): Promise<void> {
    const shard = join(folder, sha256.slice(0, 2));
    try {
      const made = await mkdir(shard, { recursive: true });
      if (made !== undefined) await syncFolder(folder);
    } catch (thrown) {
      // The next picture makes it anew, and asks the disk about it.
      await rmdir(shard).catch(() => undefined);
      throw writeError(thrown);
    }
  }

  /** A name that could not be made durable is no proof: the next one who puts the same bytes writes them again. */
  async function forget(sha256: string): Promise<void> {
    await rm(pathOf(sha256), { force: true }).catch(() => undefined);
  }

  /** From here on the file is not removed; one that is being removed just now is waited for, and written anew. */
  async function comesIn(sha256: string): Promise<void> {
    cameIn.add(sha256);
    await leaving.get(sha256);
  }

  return {
    async put(bytes) {
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      await comesIn(sha256);
      const path = pathOf(sha256);
      if (await hasSize(path, bytes.byteLength)) return sha256;
      await makeShard(sha256);
      await takeTurn(async () => writeDurably(path, bytes)).catch(async (thrown: unknown) => {
        await forget(sha256);
        throw thrown;
      });
      return sha256;
    },

    async putFile(source) {
      await mkdir(folder, { recursive: true }).catch((thrown: unknown) => {
        throw writeError(thrown);
      });
      let sha256 = '';
      let isNew = false;
      const copy = async (target: FileHandle): Promise<string | null> => {
        const hash = createHash('sha256');
        let bytes = 0;
        await withPiece(async (piece) => {
          for await (const read of readThrough(source, piece)) {
            hash.update(read);
            bytes += read.byteLength;
            await target.writeFile(read);
          }
        });
        sha256 = hash.digest('hex');
        await comesIn(sha256);
        const path = pathOf(sha256);
        if (await hasSize(path, bytes)) return null;
        await makeShard(sha256);
        isNew = true;
        return path;
      };
      await takeTurn(async () => writeDurablyWith(folder, copy)).catch(async (thrown: unknown) => {
        if (isNew) await forget(sha256);
        throw thrown;
      });
      return sha256;
    },

    async path(sha256) {
      const path = pathOf(sha256);
      return access(path).then(
        () => path,
        () => null,
      );
    },

    async read(sha256) {
      return readFile(pathOf(sha256)).catch((thrown: unknown) => {
        throw new AppError('asset-missing', { sha256 }, { cause: thrown });
      });
    },

    async isWhole(sha256) {
      return fileChecksum(pathOf(sha256)).then(
        (found) => found.sha256 === sha256,
        () => false,
      );
    },

    async remove(sha256) {
      const path = pathOf(sha256);
      if (cameIn.has(sha256)) return false;
      const gone = rm(path, { force: true }).catch((thrown: unknown) => {
        throw writeError(thrown);
      });
      // Who waits for it wants to know that it is over, not how it ended.
      const over = gone.catch(() => undefined);
      leaving.set(sha256, over);
      await over;
      leaving.delete(sha256);
      await gone;
      return true;
    },
  };
}

async function hasSize(path: string, bytes: number): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile() && found.size === bytes,
    () => false,
  );
}

/** What is read is good until the next is asked for. */
async function* readThrough(path: string, piece: Buffer): AsyncGenerator<Uint8Array> {
  const file = await open(path, 'r').catch((thrown: unknown) => {
    throw readError(thrown);
  });
  try {
    for (;;) {
      const { bytesRead } = await file.read(piece, 0, piece.length).catch((thrown) => {
        throw readError(thrown);
      });
      if (bytesRead === 0) return;
      yield piece.subarray(0, bytesRead);
    }
  } finally {
    await file.close();
  }
}
