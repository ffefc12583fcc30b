import { X509Certificate } from 'node:crypto';
import { expect, test } from 'vitest';
import { certificateReader } from '#main/portal/certificates.ts';
import { readCertificate } from '#renderer/features/settings/read-certificate.ts';
import { ownAuthority } from '#tests/helpers/own-authority.ts';

test('a root certificate is read as text and as Windows exports it; anything else is none', async () => {
  const { certificate } = ownAuthority();
  expect(await readCertificate(new Blob([certificate]))).toBe(certificate);

  const der = new X509Certificate(certificate).raw;
  const read = (await readCertificate(new Blob([new Uint8Array(der)]))) ?? '';
  certificateReader.check(read);
  expect(new X509Certificate(read).raw).toEqual(der);

  for (const other of ['', '不是证书', '-----BEGIN PRIVATE KEY-----', '\u0000\u0001']) {
    expect(await readCertificate(new Blob([other]))).toBeNull();
  }
});
