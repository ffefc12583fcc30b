import type { KeyRing } from '#main/services/ports/package-reader.ts';
import { parsePublicKey } from './minisign.ts';

/** A ring of known keys, each the base64 line of a minisign public key. Lines that are no keys are left out. */
export function keyRingOf(publicKeys: readonly string[]): KeyRing {
  const known = new Map(publicKeys.map((line) => [parsePublicKey(line)?.fingerprint, line]));
  return { find: async (fingerprint) => known.get(fingerprint) ?? null };
}
