/** The private media folder: files by SHA-256, written once, never changed; deleted when nothing has shown them for long. */
export interface MediaFiles {
  /** Writes durably (temporary file, fsync, rename, fsync of the folder); answers the hash. Known bytes are not written again. */
  put(bytes: Uint8Array): Promise<string>;
  /** The same for a file that lies elsewhere: takes a copy, streaming. Refuses `file-vanished` and `file-unreadable`. */
  putFile(path: string): Promise<string>;
  /** Where a file lies, or null when it is missing. */
  path(sha256: string): Promise<string | null>;
  read(sha256: string): Promise<Uint8Array>;
  /** Reads a file through: whether it is there, with the bytes that its name promises. */
  isWhole(sha256: string): Promise<boolean>;
  /** Deletes a file for good. Answers false, and leaves it, when its bytes came in since the start: then somebody needs them. */
  remove(sha256: string): Promise<boolean>;
}
