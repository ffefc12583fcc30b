import type { DataStore } from '@tus/server';

/** An upload that lies there, under way or complete. */
export interface StoredUpload {
  readonly tusId: string;
  readonly isComplete: boolean;
  readonly metadata: Readonly<Record<string, string | null>> | undefined;
}

/** Where uploads come in. The bytes are written through tus' own port, for which there are stores on disks and on S3. */
export interface Uploads {
  readonly dataStore: DataStore;
  /** Bytes that there is room for. */
  room(): Promise<number>;
  /** A complete upload as a file on this machine. */
  fileOf(tusId: string): Promise<string>;
  list(): Promise<readonly StoredUpload[]>;
  /** Throws away what is left of one; nothing happens when nothing is. */
  remove(tusId: string): Promise<void>;
}
