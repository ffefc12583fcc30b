import { rawZip } from './raw-zip.ts';

/** One way to spoil a package. Undefined where it makes no sense for these bytes. */
export interface Mutation {
  readonly name: string;
  readonly apply: (given: Given) => Buffer | undefined;
}

interface Given {
  /** The zip as it was written. */
  readonly zip: Buffer;
  /** Its files, by path with the top folder. */
  readonly files: ReadonlyMap<string, Buffer>;
  /** From 0 up to, not including, `limit`. */
  readonly pick: (limit: number) => number;
}

/** What happens to bytes on bad disks and lines, and what somebody does on purpose. */
export const mutations: readonly Mutation[] = [
  onBytes('a flipped bit', (bytes, pick) => {
    const at = pick(bytes.length);
    bytes.writeUInt8((bytes[at] ?? 0) ^ (1 << pick(8)), at);
    return bytes;
  }),
  onBytes('bytes cut out', (bytes, pick) => {
    const at = pick(bytes.length);
    return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1 + pick(64))]);
  }),
  onBytes('bytes put in', (bytes, pick) => {
    const at = pick(bytes.length);
    return Buffer.concat([bytes.subarray(0, at), Buffer.alloc(1 + pick(16), pick(256)), bytes.subarray(at)]);
  }),
  onBytes('a block of zeros', (bytes, pick) => bytes.fill(0, ...span(bytes, pick))),
  onBytes('a piece copied over another', (bytes, pick) => {
    const [from, to] = span(bytes, pick);
    bytes.copy(bytes, pick(bytes.length), from, to);
    return bytes;
  }),
  onBytes('the end cut off', (bytes, pick) => bytes.subarray(0, pick(bytes.length))),
  onBytes('the zip behind itself', (bytes) => Buffer.concat([bytes, bytes])),
  onFiles('a flipped bit inside a file', (files, path, pick) => {
    const bytes = Buffer.from(files.get(path) ?? '');
    if (bytes.length === 0) return false;
    const at = pick(bytes.length);
    bytes.writeUInt8((bytes[at] ?? 0) ^ (1 << pick(8)), at);
    files.set(path, bytes);
    return true;
  }),
  onFiles('a file taken out', (files, path) => files.delete(path)),
  onFiles('a file made longer', (files, path) => {
    files.set(path, Buffer.concat([files.get(path) ?? Buffer.alloc(0), Buffer.from('\n')]));
    return true;
  }),
  onFiles('a file put in', (files, path, pick) => {
    files.set(`${path.slice(0, path.lastIndexOf('/') + 1)}new-${pick(1000)}.html`, Buffer.from('<p>x</p>'));
    return true;
  }),
  onFiles('two files exchanged', (files, path, pick) => {
    const other = [...files.keys()][pick(files.size)] ?? path;
    const [one, two] = [files.get(path), files.get(other)];
    if (!one || !two || one.equals(two)) return false;
    files.set(path, two);
    files.set(other, one);
    return true;
  }),
  onFiles('a file renamed', (files, path, pick) => {
    const bytes = files.get(path);
    files.delete(path);
    if (bytes) files.set(path.replace(/.$/, String.fromCharCode(97 + pick(26))) + 'z', bytes);
    return true;
  }),
  onFiles('a word changed in a text', (files, path, pick) => {
    const text = (files.get(path) ?? Buffer.alloc(0)).toString('utf8');
    const words = [...text.matchAll(/[a-z]{3,}/g)];
    const word = words[pick(Math.max(1, words.length))];
    if (!word || /\.(?:jpg|png)$/.test(path)) return false;
    files.set(path, Buffer.from(`${text.slice(0, word.index)}x${text.slice(word.index + 1)}`));
    return !text.startsWith('x', word.index);
  }),
];

function span(bytes: Buffer, pick: Given['pick']): readonly [number, number] {
  const from = pick(bytes.length);
  return [from, Math.min(bytes.length, from + 1 + pick(512))];
}

function onBytes(name: string, change: (bytes: Buffer, pick: Given['pick']) => Buffer): Mutation {
  return { name, apply: ({ zip, pick }) => change(Buffer.from(zip), pick) };
}

function onFiles(
  name: string,
  change: (files: Map<string, Buffer>, path: string, pick: Given['pick']) => boolean,
): Mutation {
  return {
    name,
    apply: ({ files, pick }) => {
      const changed = new Map(files);
      const path = [...files.keys()][pick(files.size)] ?? '';
      if (!change(changed, path, pick)) return undefined;
      return rawZip({ entries: [...changed].map(([entry, bytes]) => ({ name: entry, bytes, deflate: true })) });
    },
  };
}
