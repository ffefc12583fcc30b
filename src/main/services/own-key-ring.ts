import type { KeyStore } from './ports/key-store.ts';
import type { KeyRing } from './ports/package-reader.ts';
import type { Store } from './ports/store.ts';

/** The keys that this workstation believes in packages: its own two, and those a person has come to trust. */
export async function ownKeyRing(keys: KeyStore, store: Pick<Store, 'findTrustedKey'>): Promise<KeyRing> {
  const own = await Promise.all([keys.signingKey('package'), keys.signingKey('review')]);
  return {
    async find(fingerprint) {
      const key = own.find((entry) => entry.fingerprint === fingerprint);
      return key?.publicKey ?? (await store.findTrustedKey({ fingerprint }))?.publicKey ?? null;
    },
  };
}
