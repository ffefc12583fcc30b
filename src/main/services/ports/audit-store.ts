import type { AuditEntry, AuditFilter, AuditVerdict } from '#shared/model/audit.ts';

/** Reading and proving the hash-chained log of who did what; lines are appended through `SettingsStore`. */
export interface AuditStore {
  /** Newest first, those with a number below `before`. */
  listAudit(args: { filter: AuditFilter; before: number | null; limit: number }): Promise<readonly AuditEntry[]>;
  /** The kinds of act that stand in the log, in order of their codes. */
  listAuditEvents(): Promise<readonly string[]>;
  verifyAudit(): Promise<AuditVerdict>;
}
