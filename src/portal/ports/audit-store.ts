/** What somebody did at the portal, before it has its place in the log. */
export interface AuditEntry {
  readonly at: string;
  /** Who did it: the name of an administrator, the id of an exporter, or `portal`. */
  readonly who: string;
  readonly event: string;
  /** Ids and codes, never words. */
  readonly facts: Readonly<Record<string, string | number>>;
}

export interface AuditLine extends AuditEntry {
  /** Counts from 1 without gaps. */
  readonly number: number;
  /** SHA-256 over this line and the hash of the one before (`audit-chain.ts`). */
  readonly hash: string;
}

/**
 * The log of the portal: lines are only ever added, each bound to the one before. Acts of the other stores bring their
 * entry along, and the index keeps both or neither: there is no act without its line, and no line without its act.
 */
export interface AuditStore {
  append(entry: AuditEntry): Promise<void>;
  /** The newest first. */
  newest(offset: number, limit: number): Promise<readonly AuditLine[]>;
  /** The newest one of an event. */
  latest(event: string): Promise<AuditLine | undefined>;
  /** The lines behind number `after`, the oldest first. */
  following(after: number, limit: number): Promise<readonly AuditLine[]>;
}
