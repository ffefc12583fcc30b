import { open, type FileHandle } from 'node:fs/promises';

/** Enough for a picture of a package. */
const pieceBytes = 512 * 1024;
/** So many wait to be used again. */
const kept = 8;
const idle: Buffer[] = [];

/**
 * Lends a buffer to read files through, for as long as the work takes. They are used again: a package reads its pictures four
 * times over, and in fresh buffers each time it would pay a fifth of its time to the garbage collector.
 */
export async function withPiece<Value>(work: (piece: Buffer) => Promise<Value>): Promise<Value> {
  const piece = idle.pop() ?? Buffer.allocUnsafeSlow(pieceBytes);
  try {
    return await work(piece);
  } finally {
    if (idle.length < kept) idle.push(piece);
  }
}

/** The first bytes of a file, as many as are asked for; fewer when it is shorter. In `piece` when that is large enough. */
export async function readBeginning(path: string, bytes: number, piece: Buffer): Promise<Buffer> {
  const room = bytes <= piece.length ? piece : Buffer.allocUnsafe(bytes);
  const file = await open(path, 'r');
  try {
    return await readFrom(file, 0, room.subarray(0, bytes));
  } finally {
    await file.close();
  }
}

/** What lies in a file from `position` on, as much as there is room for; a read alone may bring less. */
export async function readFrom(file: FileHandle, position: number, room: Buffer): Promise<Buffer> {
  let done = 0;
  while (done < room.length) {
    const { bytesRead } = await file.read(room, done, room.length - done, position + done);
    if (bytesRead === 0) break;
    done += bytesRead;
  }
  return room.subarray(0, done);
}
