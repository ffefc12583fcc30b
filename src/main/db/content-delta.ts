import { deflateSync, inflateSync } from 'node:zlib';
import { AppError } from '#shared/errors.ts';
import { unpack } from './content-codec.ts';

/** Deflate looks back this far. */
const window = 32_768;
/** Two counts of bytes that stand before the deflated rest. */
const headerBytes = 8;

/**
 * A text as what it does not share with another: how many bytes both begin and end with, and what is between, deflated
 * with the other's middle as its dictionary. So what a revision has in common with its base is stored once.
 */
export function packAgainst(text: string, baseText: string): Buffer {
  const bytes = Buffer.from(text);
  const base = Buffer.from(baseText);
  const longest = Math.min(bytes.length, base.length);
  let head = 0;
  while (head < longest && bytes[head] === base[head]) head += 1;
  let tail = 0;
  while (tail < longest - head && bytes[bytes.length - 1 - tail] === base[base.length - 1 - tail]) tail += 1;
  const header = Buffer.alloc(headerBytes);
  header.writeUInt32LE(head, 0);
  header.writeUInt32LE(tail, 4);
  const middle = bytes.subarray(head, bytes.length - tail);
  return Buffer.concat([header, deflateSync(middle, { level: 9, ...dictionaryOf(base, head, tail) })]);
}

/** Refuses `database-damaged` for what `packAgainst` did not write against this very text. */
export function unpackAgainst(packed: Uint8Array, baseText: string): string {
  try {
    const bytes = Buffer.from(packed.buffer, packed.byteOffset, packed.byteLength);
    const base = Buffer.from(baseText);
    const [head, tail] = [bytes.readUInt32LE(0), bytes.readUInt32LE(4)];
    const middle = inflateSync(bytes.subarray(headerBytes), dictionaryOf(base, head, tail));
    return Buffer.concat([base.subarray(0, head), middle, base.subarray(base.length - tail)]).toString('utf8');
  } catch (thrown) {
    throw new AppError('database-damaged', { check: 'content' }, { cause: thrown });
  }
}

/** The text of a stored revision; `base` is the content of the one that it was packed against, null for one packed whole. */
export function storedText(content: Uint8Array, base: Uint8Array | null): string {
  return base === null ? unpack(content) : unpackAgainst(content, unpack(base));
}

/** The newest part of the base's middle that deflate can look back to; an empty dictionary is none. */
function dictionaryOf(base: Buffer, head: number, tail: number): { readonly dictionary?: Buffer } {
  const end = base.length - tail;
  const dictionary = base.subarray(Math.max(head, end - window), end);
  return dictionary.length > 0 ? { dictionary } : {};
}
