/** Packages and review files are signed with different keys, so that one can be withdrawn without the other. */
export type KeyPurpose = 'package' | 'review';

export interface SigningKey {
  /** Key id as minisign prints it: 16 upper-case hexadecimal digits. */
  readonly fingerprint: string;
  /** Base64 of a minisign public key: `Ed`, key id, 32 bytes. */
  readonly publicKey: string;
  /** Private: the 32 bytes that an Ed25519 key is made of. Never logged, never leaves the main process. */
  readonly seed: Uint8Array;
}

/** The two key pairs of this data folder. Made on first use and kept for good. */
export interface KeyStore {
  signingKey(purpose: KeyPurpose): Promise<SigningKey>;
}
