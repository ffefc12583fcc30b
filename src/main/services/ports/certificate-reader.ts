/** Looks at certificates that people choose. */
export interface CertificateReader {
  /** Refuses `certificate-invalid` for text that holds no certificate in PEM, or one that cannot be read. Empty is well. */
  check(pem: string): void;
}
