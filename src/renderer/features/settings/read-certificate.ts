const pemBlock = /-----BEGIN CERTIFICATE-----/;
/** A DER file begins with a sequence (ITU-T X.690, 8.9); Windows exports certificates like this unless told otherwise. */
const derBegin = 0x30;

/** The certificate of a file as PEM, whichever of the two usual forms it has; null where there is none to be seen. */
export async function readCertificate(file: Blob): Promise<string | null> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (bytes[0] === derBegin) return toPem(bytes);
  const words = new TextDecoder().decode(bytes);
  return pemBlock.test(words) ? words : null;
}

function toPem(bytes: Uint8Array): string {
  const base64 = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  // RFC 7468, 2: 64 characters a line.
  const lines = base64.match(/.{1,64}/g) ?? [];
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
}
