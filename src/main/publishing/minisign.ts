import { createHash, createPrivateKey, createPublicKey, randomBytes, sign, verify, type KeyObject } from 'node:crypto';
import type { SigningKey } from '#main/services/ports/key-store.ts';

/**
 * Signatures that `minisign -V` checks: Ed25519 (RFC 8032) in minisign's legacy form `Ed`, which signs the message
 * itself. The newer `ED` form needs BLAKE2b, which Electron's BoringSSL lacks.
 */
const algorithm = Buffer.from('Ed');
const keyIdBytes = 8;
const publicKeyBytes = 32;
const signatureBytes = 64;

/** DER frames of a bare Ed25519 key (RFC 8410). */
const privateFrame = Buffer.from('302e020100300506032b657004220420', 'hex');
const publicFrame = Buffer.from('302a300506032b6570032100', 'hex');

/** A fresh key pair. */
export function makeSigningKey(): SigningKey {
  return signingKeyOfSeed(randomBytes(publicKeyBytes));
}

/** The key pair that 32 bytes make. Its key id is the beginning of the public key's SHA-256, so that nobody can choose it. */
export function signingKeyOfSeed(seed: Uint8Array): SigningKey {
  const raw = createPublicKey(privateKeyOf(seed)).export({ format: 'der', type: 'spki' }).subarray(publicFrame.length);
  const keyId = keyIdOf(raw);
  return {
    fingerprint: printKeyId(keyId),
    publicKey: Buffer.concat([algorithm, keyId, raw]).toString('base64'),
    seed,
  };
}

export interface PublicKey {
  readonly fingerprint: string;
  readonly raw: Uint8Array;
}

/** Reads the base64 line of a minisign public key; undefined when it is none. */
export function parsePublicKey(line: string): PublicKey | undefined {
  const bytes = Buffer.from(line, 'base64');
  if (bytes.length !== algorithm.length + keyIdBytes + publicKeyBytes || bytes.toString('base64') !== line) return;
  if (!bytes.subarray(0, 2).equals(algorithm)) return;
  return { fingerprint: printKeyId(bytes.subarray(2, 10)), raw: bytes.subarray(10) };
}

/** Whether a key's id is the one that its bytes give: true of every key that this program made. */
export function hasOwnKeyId(key: PublicKey): boolean {
  return printKeyId(keyIdOf(key.raw)) === key.fingerprint;
}

/** The text of a minisign public key file. */
export function publicKeyFile(key: Pick<SigningKey, 'fingerprint' | 'publicKey'>): string {
  return `untrusted comment: minisign public key ${key.fingerprint}\n${key.publicKey}\n`;
}

/** The text of a `.minisig` file. The trusted comment, one line, is signed too. */
export function signDetached(message: Uint8Array, key: SigningKey, trustedComment: string): string {
  const privateKey = privateKeyOf(key.seed);
  const signature = sign(null, message, privateKey);
  const keyId = Buffer.from(key.publicKey, 'base64').subarray(2, 10);
  const global = sign(null, Buffer.concat([signature, Buffer.from(trustedComment)]), privateKey);
  return [
    `untrusted comment: signature from minisign secret key ${key.fingerprint}`,
    Buffer.concat([algorithm, keyId, signature]).toString('base64'),
    `trusted comment: ${trustedComment}`,
    global.toString('base64'),
    '',
  ].join('\n');
}

export interface DetachedSignature {
  readonly fingerprint: string;
  readonly signature: Uint8Array;
  readonly trustedComment: string;
  readonly globalSignature: Uint8Array;
}

/** Reads a `.minisig` file; undefined when it is none, or of another form than `Ed`. */
export function parseSignature(text: string): DetachedSignature | undefined {
  const parts = /^untrusted comment: [^\n]*\n([A-Za-z0-9+/=]+)\ntrusted comment: ([^\n]*)\n([A-Za-z0-9+/=]+)\n$/.exec(
    text,
  );
  const [, first = '', trustedComment = '', second = ''] = parts ?? [];
  const bytes = Buffer.from(first, 'base64');
  const globalSignature = Buffer.from(second, 'base64');
  if (bytes.length !== 2 + keyIdBytes + signatureBytes || globalSignature.length !== signatureBytes) return;
  // Base64 has spare bits at its end: a text that does not come back the same was tampered with.
  if (bytes.toString('base64') !== first || globalSignature.toString('base64') !== second) return;
  if (!bytes.subarray(0, 2).equals(algorithm)) return;
  return {
    fingerprint: printKeyId(bytes.subarray(2, 10)),
    signature: bytes.subarray(10),
    trustedComment,
    globalSignature,
  };
}

/** Whether both signatures, over the message and over its trusted comment, are of this key. */
export function verifyDetached(message: Uint8Array, detached: DetachedSignature, key: PublicKey): boolean {
  if (detached.fingerprint !== key.fingerprint) return false;
  const publicKey = createPublicKey({ key: Buffer.concat([publicFrame, key.raw]), format: 'der', type: 'spki' });
  const commented = Buffer.concat([detached.signature, Buffer.from(detached.trustedComment)]);
  return (
    verify(null, message, publicKey, detached.signature) && verify(null, commented, publicKey, detached.globalSignature)
  );
}

function privateKeyOf(seed: Uint8Array): KeyObject {
  return createPrivateKey({ key: Buffer.concat([privateFrame, seed]), format: 'der', type: 'pkcs8' });
}

function keyIdOf(raw: Uint8Array): Buffer {
  return createHash('sha256').update(raw).digest().subarray(0, keyIdBytes);
}

/** As minisign prints it: a little-endian number in 16 upper-case hexadecimal digits. */
function printKeyId(keyId: Uint8Array): string {
  return Buffer.from(keyId).reverse().toString('hex').toUpperCase();
}
