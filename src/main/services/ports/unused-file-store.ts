/** How far a walk through all words has read: what came later is not in what it found. */
export interface ReadTo {
  /** The last version, by the order in which they came in. A purge makes room in that order. */
  readonly revision: number;
  /** How many drafts had been purged. */
  readonly purges: number;
}

/** Pictures and attachments that no words name: when that was seen, and their way out. */
export interface UnusedFileStore {
  /** Counts a day on which the program is used, once, whatever the clock did before. `day` is YYYY-MM-DD. */
  noteDayOfUse(args: { day: string }): Promise<void>;
  /**
   * Marks these by their hashes, and takes the mark off all others: those are in use again. Answers those that have been
   * without use for 30 days of use, and their files; a file that another one shares is not among these.
   */
  markUnusedFiles(args: {
    sha256s: readonly string[];
  }): Promise<{ readonly due: readonly string[]; readonly files: readonly string[] }>;
  /**
   * Deletes the rows of those of these whose 30 days are over, with the line `pictures.removed` of the audit log, in
   * one transaction. What came to be named after the walk stays; after a purge nothing goes, until
   * the next walk. Their files are on the list of `listRemovedFiles` from then on.
   */
  removeUnusedFiles(args: { sha256s: readonly string[]; readTo: ReadTo; at: string }): Promise<void>;
  /** Files that are still to be deleted. One that came in again is none of them. */
  listRemovedFiles(args: Record<string, never>): Promise<readonly string[]>;
  forgetRemovedFiles(args: { sha256s: readonly string[] }): Promise<void>;
  describeUnusedFiles(args: Record<string, never>): Promise<UnusedFiles>;
}

export interface UnusedFiles {
  /** Pictures and attachments that are marked, and still kept. */
  readonly count: number;
  readonly bytes: number;
  /** The last removal; null when there was none. */
  readonly removed: { readonly at: string; readonly count: number; readonly bytes: number } | null;
}
