import { createPublicKey, sign, type KeyObject } from 'node:crypto';
import { canonicalJson } from '#shared/document/canonical.ts';
import type { Receipt, ReceiptBody } from '#shared/model/receipt.ts';

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
