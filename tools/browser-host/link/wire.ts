/**
 * Values between the page and the host, with the fidelity of the structured clone that Electron's IPC uses:
 * undefined, -0, NaN, bigint, lone surrogates, Date, Map, Set, Error, bytes, shared and circular references.
 * A message is JSON for what JSON can say, `{ "$": […] }` for what it cannot, and the bytes behind it untouched.
 * Runs in Node and in the page, so it uses neither.
 *
 * Layout: u32 length of the JSON part (little endian), the JSON part, then each byte buffer in order.
 */

type Tagged = readonly [tag: string, ...rest: unknown[]];

const viewTypes: Readonly<Record<string, new (buffer: ArrayBuffer) => ArrayBufferView>> = {
  Uint8Array,
  Int8Array,
  Uint8ClampedArray,
  Uint16Array,
  Int16Array,
  Uint32Array,
  Int32Array,
  Float32Array,
  Float64Array,
  BigInt64Array,
  BigUint64Array,
  DataView,
};

const text = { encoder: new TextEncoder(), decoder: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }) };

/** Encodes one value; throws as Electron does when it holds a function, a symbol or a promise. */
export function encode(value: unknown): Uint8Array<ArrayBuffer> {
  const writer = new Writer();
  const written = isPlain(value, new Set()) ? value : writer.write(value);
  const json = text.encoder.encode(JSON.stringify({ v: written, b: writer.buffers.map((b) => b.byteLength) }));
  const total = writer.buffers.reduce((sum, buffer) => sum + buffer.byteLength, 4 + json.byteLength);
  const bytes = new Uint8Array(total);
  new DataView(bytes.buffer).setUint32(0, json.byteLength, true);
  bytes.set(json, 4);
  let offset = 4 + json.byteLength;
  for (const buffer of writer.buffers) {
    bytes.set(buffer, offset);
    offset += buffer.byteLength;
  }
  return bytes;
}

/** Decodes what `encode` wrote. Buffers are copies: nothing refers to the message. */
export function decode(bytes: Uint8Array): unknown {
  const length = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(0, true);
  const json = text.decoder.decode(bytes.subarray(4, 4 + length));
  const { v, b } = JSON.parse(json) as { v: unknown; b: number[] };
  if (!json.includes(anyTag)) return v;
  const buffers: ArrayBuffer[] = [];
  let offset = 4 + length;
  for (const size of b) {
    buffers.push(new Uint8Array(bytes.subarray(offset, offset + size)).buffer);
    offset += size;
  }
  return new Reader(buffers).read(v);
}

/** How each tag begins in the JSON part. No string has it: its quotes are escaped. */
const anyTag = '"$":';

/** Whether JSON says all of it as it is, as of nearly every message: then nothing has to be written otherwise. */
function isPlain(value: unknown, seen: Set<object>): boolean {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return true;
    case 'number':
      return Number.isFinite(value) && !Object.is(value, -0);
    case 'object':
      return value === null || isPlainObject(value, seen);
    case 'bigint':
    case 'function':
    case 'symbol':
    case 'undefined':
      return false;
  }
}

function isPlainObject(value: object, seen: Set<object>): boolean {
  if (seen.has(value)) return false;
  seen.add(value);
  if (Array.isArray(value)) {
    for (const item of value) if (!isPlain(item, seen)) return false;
    return true;
  }
  if (Object.getPrototypeOf(value) !== Object.prototype) return false;
  for (const key of Object.keys(value)) {
    if (key === '$' || key === '__proto__') return false;
    if (!isPlain((value as Readonly<Record<string, unknown>>)[key], seen)) return false;
  }
  return true;
}

class Writer {
  readonly buffers: Uint8Array[] = [];
  readonly #seen = new Map<object, number>();

  write(value: unknown): unknown {
    switch (typeof value) {
      case 'string':
      case 'boolean':
        return value;
      case 'number':
        return Number.isFinite(value) && !Object.is(value, -0)
          ? value
          : tagged('n', Object.is(value, -0) ? '-0' : `${value}`);
      case 'undefined':
        return tagged('u');
      case 'bigint':
        return tagged('i', value.toString());
      case 'object':
        return value === null ? null : this.#writeObject(value);
      case 'function':
      case 'symbol':
        throw new Error('An object could not be cloned.');
    }
  }

  #writeObject(value: object): unknown {
    const known = this.#seen.get(value);
    if (known !== undefined) return tagged('r', known);
    this.#seen.set(value, this.#seen.size);
    if (Array.isArray(value)) return Array.from(value, (item) => this.write(item));
    if (value instanceof Date) return tagged('d', this.write(value.getTime()));
    if (value instanceof RegExp) return tagged('x', value.source, value.flags);
    if (value instanceof Map) return tagged('m', ...[...value].map(([k, v]) => [this.write(k), this.write(v)]));
    if (value instanceof Set) return tagged('s', ...[...value].map((item) => this.write(item)));
    if (value instanceof Error) return tagged('e', value.name, value.message, value.stack ?? '');
    if (value instanceof ArrayBuffer) return this.#writeBytes('ArrayBuffer', new Uint8Array(value));
    if (ArrayBuffer.isView(value)) return this.#writeView(value);
    if (value instanceof Promise || value instanceof WeakMap || value instanceof WeakSet)
      throw new Error('An object could not be cloned.');
    return this.#writePlain(value);
  }

  #writeView(view: ArrayBufferView): unknown {
    // Node's Buffer arrives as the Uint8Array that it is.
    const name = Object.keys(viewTypes).find((key) => Object.prototype.toString.call(view) === `[object ${key}]`);
    return this.#writeBytes(name ?? 'Uint8Array', new Uint8Array(view.buffer, view.byteOffset, view.byteLength));
  }

  #writeBytes(type: string, bytes: Uint8Array): unknown {
    this.buffers.push(bytes);
    return tagged('b', this.buffers.length - 1, type);
  }

  #writePlain(value: object): unknown {
    const entries = Object.entries(value).map(([key, item]) => [key, this.write(item)] as const);
    // A person's own "$" key must not be taken for a tag, nor "__proto__" for a prototype.
    if (entries.some(([key]) => key === '$' || key === '__proto__')) return tagged('o', ...entries);
    return Object.fromEntries(entries);
  }
}

class Reader {
  readonly #buffers: readonly ArrayBuffer[];
  readonly #seen: object[] = [];

  constructor(buffers: readonly ArrayBuffer[]) {
    this.#buffers = buffers;
  }

  read(value: unknown): unknown {
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return this.#fill(value);
    const tag = (value as { $?: Tagged }).$;
    return tag === undefined ? this.#fill(value as Record<string, unknown>) : this.#readTagged(tag);
  }

  #fill<T extends object>(container: T): T {
    this.#seen.push(container);
    const slots = container as Record<string, unknown>;
    for (const key of Object.keys(slots)) slots[key] = this.read(slots[key]);
    return container;
  }

  #remember<T extends object>(value: T): T {
    this.#seen.push(value);
    return value;
  }

  #readTagged([tag, ...rest]: Tagged): unknown {
    switch (tag) {
      case 'u':
        return undefined;
      case 'n':
        return Number(rest[0]);
      case 'i':
        return BigInt(String(rest[0]));
      case 'r':
        return this.#seen[Number(rest[0])];
      case 'd':
        return this.#remember(new Date(Number(this.read(rest[0]))));
      case 'x':
        return this.#remember(new RegExp(String(rest[0]), String(rest[1])));
      case 'e':
        return this.#remember(this.#error(rest.map(String)));
      case 'b':
        return this.#remember(this.#bytes(Number(rest[0]), String(rest[1])));
      case 'm': {
        const map = this.#remember(new Map<unknown, unknown>());
        for (const [key, item] of rest as [unknown, unknown][]) map.set(this.read(key), this.read(item));
        return map;
      }
      case 's': {
        const set = this.#remember(new Set<unknown>());
        for (const item of rest) set.add(this.read(item));
        return set;
      }
      case 'o': {
        const plain = this.#remember<Record<string, unknown>>({});
        for (const [key, item] of rest as [string, unknown][]) {
          Object.defineProperty(plain, key, {
            value: this.read(item),
            enumerable: true,
            configurable: true,
            writable: true,
          });
        }
        return plain;
      }
      default:
        throw new Error(`unknown tag ${tag}`);
    }
  }

  #error([name = 'Error', message = '', stack = '']: string[]): Error {
    const error = new Error(message);
    Object.defineProperty(error, 'name', { value: name, configurable: true, writable: true });
    Object.defineProperty(error, 'stack', { value: stack, configurable: true, writable: true });
    return error;
  }

  #bytes(index: number, type: string): object {
    const buffer = this.#buffers[index];
    if (buffer !== undefined && type === 'ArrayBuffer') return buffer;
    const View = Object.hasOwn(viewTypes, type) ? viewTypes[type] : undefined;
    if (buffer === undefined || View === undefined) throw new Error('damaged message');
    return new View(buffer);
  }
}

function tagged(...tag: Tagged): { $: Tagged } {
  return { $: tag };
}
