import { X509Certificate } from 'node:crypto';
import { getCACertificates } from 'node:tls';
import type { CertificateReader } from '#main/services/ports/certificate-reader.ts';
import { AppError } from '#shared/errors.ts';

const pemBlock = /-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\s]+-----END CERTIFICATE-----/g;

export const certificateReader: CertificateReader = {
  check(pem) {
    if (pem === '') return;
    const blocks = pem.match(pemBlock) ?? [];
    try {
      const read = blocks.map((block) => new X509Certificate(block));
      if (read.length === 0) throw new Error('no certificate');
    } catch (thrown) {
      throw new AppError('certificate-invalid', {}, { cause: thrown });
    }
  },
};

/** Whom a connection believes: Node's list, the system's, and the bureau's own authority. Empty adds nothing. */
export function trustedAuthorities(pem: string): string[] {
  const own = pem.match(pemBlock) ?? [];
  return [...new Set([...getCACertificates('default'), ...systemAuthorities(), ...own])];
}

/** A bureau's authority is often installed in the system's store; a system that cannot tell has none. */
function systemAuthorities(): readonly string[] {
  try {
    return getCACertificates('system');
  } catch {
    return [];
  }
}
