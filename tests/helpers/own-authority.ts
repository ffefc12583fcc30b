import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';

/** A certificate authority made for one test, and certificates that it gives out (X.509 v3, RFC 5280, ECDSA P-256). */
export interface OwnAuthority {
  /** Its root certificate, PEM. */
  readonly certificate: string;
  /** A server's key and certificate for loopback (`127.0.0.1` and `localhost`), PEM. */
  readonly server: { readonly key: string; readonly cert: string };
}

export function ownAuthority(name = '某局自有根证书', daysValid = 30): OwnAuthority {
  const root = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const server = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const common = { issuer: name, signer: root.privateKey, authority: root.publicKey, daysValid };
  const certificate = pem(
    certificateOf({ ...common, subject: name, subjectKey: root.publicKey, extensions: [basicConstraints(true)] }),
  );
  const cert = pem(
    certificateOf({
      ...common,
      subject: 'localhost',
      subjectKey: server.publicKey,
      extensions: [basicConstraints(false), loopbackNames()],
    }),
  );
  return { certificate, server: { key: server.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(), cert } };
}

interface Wanted {
  readonly issuer: string;
  readonly subject: string;
  readonly subjectKey: KeyObject;
  readonly signer: KeyObject;
  readonly authority: KeyObject;
  readonly daysValid: number;
  readonly extensions: readonly Buffer[];
}

function certificateOf({ issuer, subject, subjectKey, signer, authority, daysValid, extensions }: Wanted): Buffer {
  const day = 24 * 60 * 60 * 1000;
  const algorithm = sequence(oid(1, 2, 840, 10045, 4, 3, 2));
  const body = sequence(
    der(0xa0, integer(Buffer.from([2]))),
    integer(Buffer.concat([Buffer.from([1]), randomBytes(8)])),
    algorithm,
    nameOf(issuer),
    sequence(utcTime(Date.now() - 40 * day), utcTime(Date.now() + daysValid * day)),
    nameOf(subject),
    spki(subjectKey),
    der(0xa3, sequence(...extensions, authorityKey(authority), subjectKeyId(subjectKey))),
  );
  return sequence(body, algorithm, der(3, Buffer.from([0]), sign('sha256', body, signer)));
}

/** Tag, length, content: ASN.1's distinguished encoding (X.690). */
function der(tag: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  const bytes: number[] = [];
  for (let rest = content.length; rest > 0; rest = Math.floor(rest / 256)) bytes.unshift(rest % 256);
  const length = content.length < 128 ? [content.length] : [0x80 + bytes.length, ...bytes];
  return Buffer.concat([Buffer.from([tag, ...length]), content]);
}

const sequence = (...parts: readonly Buffer[]): Buffer => der(0x30, ...parts);
const integer = (bytes: Buffer): Buffer => der(2, bytes);
const octets = (content: Buffer): Buffer => der(4, content);

function oid(first: number, second: number, ...rest: readonly number[]): Buffer {
  const bytes = rest.flatMap((arc) => {
    const digits = [arc % 128];
    for (let more = Math.floor(arc / 128); more > 0; more = Math.floor(more / 128)) digits.unshift(128 + (more % 128));
    return digits;
  });
  return der(6, Buffer.from([first * 40 + second, ...bytes]));
}

const nameOf = (text: string): Buffer =>
  sequence(der(0x31, sequence(oid(2, 5, 4, 3), der(0x0c, Buffer.from(text, 'utf8')))));

function utcTime(at: number): Buffer {
  return der(0x17, Buffer.from(`${new Date(at).toISOString().slice(2, 19).replaceAll(/[-:T]/g, '')}Z`));
}

const spki = (key: KeyObject): Buffer => key.export({ type: 'spki', format: 'der' });
const keyId = (key: KeyObject): Buffer => createHash('sha1').update(spki(key)).digest();
const subjectKeyId = (key: KeyObject): Buffer => sequence(oid(2, 5, 29, 14), octets(octets(keyId(key))));
const authorityKey = (key: KeyObject): Buffer => sequence(oid(2, 5, 29, 35), octets(sequence(der(0x80, keyId(key)))));

function basicConstraints(isAuthority: boolean): Buffer {
  const yes = der(1, Buffer.from([0xff]));
  return sequence(oid(2, 5, 29, 19), yes, octets(isAuthority ? sequence(yes) : sequence()));
}

function loopbackNames(): Buffer {
  const names = sequence(der(0x82, Buffer.from('localhost')), der(0x87, Buffer.from([127, 0, 0, 1])));
  return sequence(oid(2, 5, 29, 17), octets(names));
}

function pem(certificate: Buffer): string {
  const lines = certificate.toString('base64').match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`;
}
