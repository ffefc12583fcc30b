import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { canonicalJson } from '#shared/document/canonical.ts';
import type { Receipt, ReceiptBody } from '#shared/model/receipt.ts';
import { writeDurably } from '../store/durable-files.ts';

/** Signs receipts with the portal's Ed25519 key (RFC 8032). */
export class ReceiptSigner {
  readonly #key: KeyObject;
  /** Base64 of the raw 32 bytes, as workstations pin it. */
  readonly publicKey: string;

  constructor(key: KeyObject) {
    this.#key = key;
    const spki = createPublicKey(key).export({ type: 'spki', format: 'der' });
    // An Ed25519 SubjectPublicKeyInfo (RFC 8410) ends with the raw key.
    this.publicKey = spki.subarray(-32).toString('base64');
  }

  sign(body: ReceiptBody): Receipt {
    const signature = sign(null, Buffer.from(canonicalJson(body), 'utf8'), this.#key);
    return { body, publicKey: this.publicKey, signature: signature.toString('base64') };
  }
}

/** The portal's key from its file; made on the first start, readable by the portal's account alone. */
export function openReceiptSigner(path: string): ReceiptSigner {
  if (!existsSync(path)) {
    const pem = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' });
    writeDurably(path, pem, 0o600);
  }
  return new ReceiptSigner(createPrivateKey(readFileSync(path)));
}
