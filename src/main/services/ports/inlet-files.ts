/** Temporary files that came in through the window; see `inlet:*` of the contract. */
export interface InletFile {
  readonly id: string;
  /** As the sender called it; never used as a path. */
  readonly name: string;
  /** Where its bytes lie. */
  readonly path: string;
  readonly bytes: number;
}

export interface InletFiles {
  begin(name: string, bytes: number): Promise<string>;
  append(fileId: string, offset: number, chunk: Uint8Array): Promise<number>;
  /** The finished file; refuses `not-found` for unknown ids and `file-unreadable` for unfinished ones. */
  take(fileId: string): Promise<InletFile>;
  /** All of a finished file. */
  read(fileId: string): Promise<Uint8Array>;
  discard(fileId: string): Promise<void>;
}
