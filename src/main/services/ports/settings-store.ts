import type { Person } from '#shared/model/person.ts';
import type { AuditEvent } from '#shared/texts/audit-events.ts';

/** People, settings and trusted keys of this data folder. */
export interface SettingsStore {
  listPersons(): Promise<readonly Person[]>;
  insertPerson(args: { person: Person }): Promise<void>;
  /** Null where nothing was kept under the key. */
  readSetting(args: { key: string }): Promise<string | null>;
  writeSetting(args: { key: string; value: string | null }): Promise<void>;
  /** Keys of other machines whose review files this person accepted. `fingerprint` is the minisign key id in hex. */
  findTrustedKey(args: { fingerprint: string }): Promise<TrustedKey | null>;
  insertTrustedKey(args: { key: TrustedKey }): Promise<void>;
  /** Appends to the hash-chained audit log. `facts` carries ids and codes, never words. */
  appendAudit(args: {
    at: string;
    personId: string | null;
    event: AuditEvent;
    facts: Record<string, string | number>;
  }): Promise<void>;
}

export interface TrustedKey {
  readonly fingerprint: string;
  /** Base64 of a minisign public key line. */
  readonly publicKey: string;
  readonly name: string;
  readonly trustedAt: string;
}
