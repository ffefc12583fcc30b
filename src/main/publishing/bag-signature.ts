import type { BagKind, KeyRing, OfferedKey } from '#main/services/ports/package-reader.ts';
import { AppError } from '#shared/errors.ts';
import { signerSchema } from '#shared/model/review-file.ts';
import { signaturePath, tagManifestPath, utf8 } from './bag.ts';
import { bagText, type OpenBag } from './bag-reader.ts';
import { parseMetadata } from './metadata-file.ts';
import { hasOwnKeyId, parsePublicKey, parseSignature, verifyDetached, type DetachedSignature } from './minisign.ts';

/** The fingerprint in a bag's signature, believed or not; empty when there is none. */
export async function claimedSigner(bag: OpenBag): Promise<string> {
  if (!bag.files.has(signaturePath)) return '';
  return parseSignature(await bagText(bag, signaturePath))?.fingerprint ?? '';
}

/**
 * Checks the signature over the tag manifest and answers the key's fingerprint. Refuses `signature-missing`,
 * `signature-invalid`, `signature-key-unknown {fingerprint}`; for a review or exchange file that is well signed by the unknown key
 * that it carries, `review-key-unknown {fingerprint, name}`.
 */
export async function checkSignature(bag: OpenBag, kind: BagKind, keyRing: KeyRing): Promise<string> {
  if (!bag.files.has(signaturePath)) throw new AppError('signature-missing');
  const detached = parseSignature(await bagText(bag, signaturePath));
  if (!detached) throw new AppError('signature-invalid');
  const message = utf8(await bagText(bag, tagManifestPath));
  const { fingerprint } = detached;
  const offered = kind !== 'package' ? await offeredKey(bag, detached) : null;
  const trusted = await keyRing.find(fingerprint, offered);
  if (trusted === null && !offered) throw new AppError('signature-key-unknown', { fingerprint });
  const key = parsePublicKey(trusted ?? offered?.publicKey ?? '');
  if (!key || !verifyDetached(message, detached, key)) throw new AppError('signature-invalid');
  if (trusted === null) throw new AppError('review-key-unknown', { fingerprint, name: offered?.name ?? '' });
  return fingerprint;
}

async function offeredKey(bag: OpenBag, detached: DetachedSignature): Promise<OfferedKey> {
  const file = 'metadata/signer.json';
  const signer = parseMetadata(file, signerSchema, await bagText(bag, file));
  const key = parsePublicKey(signer.publicKey);
  // A key id that its key does not give could be made to look like somebody else's.
  if (!key || key.fingerprint !== detached.fingerprint || !hasOwnKeyId(key)) throw new AppError('signature-invalid');
  return { fingerprint: key.fingerprint, publicKey: signer.publicKey, name: signer.name };
}
