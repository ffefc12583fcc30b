import type { KeyStore } from './ports/key-store.ts';
import type { KeyRing, OfferedKey } from './ports/package-reader.ts';
import type { Store } from './ports/store.ts';

/** A ring that may come to believe one key more; `newlyTrusted` is that key once it was asked for. */
export interface TrustingRing extends KeyRing {
  newlyTrusted(): OfferedKey | null;
}

/** Keys that were trusted before, this machine's own, and the offered one that the person trusts now. */
export async function trustingRing(
  keys: KeyStore,
  store: Pick<Store, 'findTrustedKey'>,
  trustFingerprint: string | null,
): Promise<TrustingRing> {
  const own = await keys.signingKey('review');
  let accepted: OfferedKey | null = null;
  return {
    async find(fingerprint, offered) {
      if (fingerprint === own.fingerprint) return own.publicKey;
      const known = await store.findTrustedKey({ fingerprint });
      if (known) return known.publicKey;
      if (offered === null || fingerprint !== trustFingerprint) return null;
      accepted = offered;
      return offered.publicKey;
    },
    newlyTrusted: () => accepted,
  };
}
