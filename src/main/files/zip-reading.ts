import type { FileHandle } from 'node:fs/promises';
import { callbackify } from 'node:util';
import { RandomAccessReader } from 'yauzl';
import { readFrom } from './pieces.ts';

/** Bytes that are read where some are asked for: a header with its name, and ten lines of a zip's directory. */
const aheadBytes = 1024;
/** So many pieces are at hand: headers are asked for in turns, each in two reads. */
const piecesAtHand = 32;

interface Piece {
  readonly from: number;
  readonly bytes: Buffer;
}

/**
 * Reads for yauzl, which asks for 30 or 46 bytes and then for the name behind them, four times for each entry: what is
 * asked for next is here already mostly. Does not close the file.
 */
export class AheadReader extends RandomAccessReader {
  readonly #file: FileHandle;
  readonly #pieces: Piece[] = [];
  readonly #copy = callbackify(async (to: Buffer, position: number): Promise<void> => {
    const { from, bytes } = await this.#pieceWith(position, to.length);
    if (bytes.copy(to, 0, position - from) < to.length) throw new Error('the file ends here');
  });

  constructor(file: FileHandle) {
    super();
    this.#file = file;
  }

  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null) => void,
  ): void {
    this.#copy(buffer.subarray(offset, offset + length), position, callback);
  }

  async #pieceWith(position: number, length: number): Promise<Piece> {
    const known = this.#pieces.find(
      ({ from, bytes }) => from <= position && position + length <= from + bytes.byteLength,
    );
    if (known) return known;
    const room = Buffer.allocUnsafe(Math.max(length, aheadBytes));
    const piece = { from: position, bytes: await readFrom(this.#file, position, room) };
    this.#pieces.unshift(piece);
    this.#pieces.splice(piecesAtHand);
    return piece;
  }
}
