import type { Readable } from 'node:stream';

/** The bytes of published packages, by the SHA-256 of their zip. */
export interface PackageFiles {
  /** A folder on this machine, of this process alone, in which packages are unpacked before they are kept. */
  readonly workFolder: string;
  /**
   * Keeps the files of an unpacked package, durably; `folder` lies in the work folder and is used up. The same package
   * kept twice, by whomever, is one: its files are never missing in between. Nothing of it is public by that.
   */
  keep(zipSha256: string, folder: string, files: readonly KeptFile[]): Promise<void>;
  /** One of the files; undefined when it is not there. */
  open(zipSha256: string, path: string): Promise<OpenedFile | undefined>;
  /** Keeps the zip as it was received, durably: the record of what was published. The file given is used up. */
  archive(zipSha256: string, zipPath: string): Promise<void>;
}

export interface KeptFile {
  /** Below the package's top folder: `data/index.html`. */
  readonly path: string;
  readonly sha256: string;
}

export interface OpenedFile {
  readonly bytes: number;
  /** The content; begins to be read when somebody takes it up. */
  content(): Readable;
}
