const maximumDepth = 400;

/**
 * Bytes that a received value takes, roughly as JSON or as its buffers; stops counting past `limit`.
 * Infinity for a value nested too deep to be walked by a schema.
 */
export function payloadBytes(value: unknown, limit: number): number {
  let bytes = 0;
  function add(item: unknown, depth: number): void {
    if (bytes > limit) return;
    if (depth > maximumDepth) bytes = Number.POSITIVE_INFINITY;
    else if (typeof item === 'string') bytes += Buffer.byteLength(item) + 2;
    else if (typeof item !== 'object' || item === null) bytes += 8;
    else if (ArrayBuffer.isView(item) || item instanceof ArrayBuffer) bytes += item.byteLength;
    // No schema of ours takes one: what is in it does not matter.
    else if (item instanceof Map || item instanceof Set) bytes += 8;
    else addMembers(item, depth);
  }
  function addMembers(item: object, depth: number): void {
    bytes += 2;
    for (const [key, member] of Object.entries(item)) {
      if (!Array.isArray(item)) bytes += Buffer.byteLength(key) + 3;
      add(member, depth + 1);
      if (bytes > limit) return;
    }
  }
  add(value, 0);
  return bytes;
}
