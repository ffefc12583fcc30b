import { checksum, type ChecksumAlgorithm, type FileDigests } from '../files/checksum.ts';
import type { SigningKey } from '#main/services/ports/key-store.ts';
import { signDetached } from './minisign.ts';

/** `bagit.txt` of BagIt 1.0 (RFC 8493, 2.1.1), the only form that we write and read. */
export const bagDeclaration = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n';
export const tagManifestPath = 'tagmanifest-sha256.txt';
export const signaturePath = `${tagManifestPath}.minisig`;
export const payloadManifests: Readonly<Record<ChecksumAlgorithm, string>> = {
  sha256: 'manifest-sha256.txt',
  sha512: 'manifest-sha512.txt',
};

/** Says what kind of bag it is, and in which version of our format. */
export const bagProfiles = {
  package: 'urn:gaoqian:package:',
  'review-file': 'urn:gaoqian:review-file:',
  exchange: 'urn:gaoqian:exchange:',
} as const;

/** A file that stays on the disk until the zip is written: of pictures and attachments one at a time is in memory. */
export interface StoredFile extends FileDigests {
  /** Where it lies, by a path of ours. */
  readonly path: string;
}
export type BagFile = Uint8Array | StoredFile;
export type Files = ReadonlyMap<string, BagFile>;

export interface BagParts {
  /** Becomes the one top folder. */
  readonly name: string;
  /** Labels and values of `bag-info.txt`, in order; Payload-Oxum is added. */
  readonly info: readonly (readonly [label: string, value: string])[];
  /** Paths begin with `data/`. */
  readonly payload: Files;
  /** Paths begin with `metadata/`. */
  readonly metadata: ReadonlyMap<string, Uint8Array>;
  readonly key: SigningKey;
  /** ISO 8601, UTC. */
  readonly at: string;
}

/** The signed bag (RFC 8493): every file by its path below the zip's root. */
export function makeBag(parts: BagParts): Files {
  const tags = new Map<string, Uint8Array>([
    ['bagit.txt', utf8(bagDeclaration)],
    ['bag-info.txt', utf8(bagInfo(parts))],
    [payloadManifests.sha256, utf8(manifest('sha256', parts.payload))],
    [payloadManifests.sha512, utf8(manifest('sha512', parts.payload))],
    ...parts.metadata,
  ]);
  const tagManifest = utf8(manifest('sha256', tags));
  const seconds = Math.floor(new Date(parts.at).getTime() / 1000);
  const comment = `timestamp:${seconds}\tfile:${tagManifestPath}\tbag:${parts.name}`;
  const signature = utf8(signDetached(tagManifest, parts.key, comment));
  const files: (readonly [string, BagFile])[] = [
    ...parts.payload,
    ...tags,
    [tagManifestPath, tagManifest],
    [signaturePath, signature],
  ];
  return new Map(files.map(([path, bytes]) => [`${parts.name}/${path}`, bytes]));
}

function bagInfo(parts: BagParts): string {
  const octets = [...parts.payload.values()].reduce((sum, file) => sum + sizeOf(file), 0);
  const lines = [...parts.info, ['Payload-Oxum', `${octets}.${parts.payload.size}`] as const];
  return lines.map(([label, value]) => `${label}: ${value.replaceAll(/\s+/g, ' ').trim()}\n`).join('');
}

/** One line a file, sorted by path, as `sha256sum -c` reads it. */
function manifest(algorithm: ChecksumAlgorithm, files: Files): string {
  return [...files]
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([path, file]) => `${file instanceof Uint8Array ? checksum(algorithm, file) : file[algorithm]}  ${path}\n`)
    .join('');
}

function sizeOf(file: BagFile): number {
  return file instanceof Uint8Array ? file.byteLength : file.bytes;
}

export function utf8(text: string): Uint8Array {
  return Buffer.from(text, 'utf8');
}
