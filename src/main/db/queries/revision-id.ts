import { randomBytes } from 'node:crypto';

/** A UUIDv7 (RFC 9562) for a revision that the database keeps of its own accord. */
export function newRevisionId(at: string): string {
  const time = Date.parse(at).toString(16).padStart(12, '0').slice(-12);
  const bytes = randomBytes(10);
  bytes[0] = ((bytes[0] ?? 0) & 0x0f) | 0x70;
  bytes[2] = ((bytes[2] ?? 0) & 0x3f) | 0x80;
  const hex = time + bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
