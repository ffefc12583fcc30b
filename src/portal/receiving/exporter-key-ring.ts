import type { KeyRing } from '#main/services/ports/package-reader.ts';

/** Believes the keys that are registered for one exporter, and no other. */
export function exporterKeyRing(publicKeys: readonly string[]): KeyRing {
  const keys = new Map(publicKeys.map((key) => [keyId(key), key]));
  return { find: async (fingerprint) => keys.get(fingerprint) ?? null };
}

/** A minisign public key (base64 of `Ed`, 8 bytes of key id, 32 bytes of key), from its line or the whole `.pub` file. */
export function parsePublicKey(text: string): string | undefined {
  const line = text
    .split(/\r?\n/)
    .map((entry) => entry.trim())
    .findLast((entry) => entry !== '');
  if (line === undefined || !/^[A-Za-z0-9+/]{56}$/.test(line)) return undefined;
  return Buffer.from(line, 'base64').subarray(0, 2).toString('latin1') === 'Ed' ? line : undefined;
}

/** As minisign prints it: the little-endian number in 16 upper-case hexadecimal digits. */
export function keyId(publicKey: string): string {
  return Buffer.from(Buffer.from(publicKey, 'base64').subarray(2, 10)).reverse().toString('hex').toUpperCase();
}
