import type { AuditEntry } from './audit-store.ts';

/** Somebody who may send packages: a token to knock with, and the keys that their packages are signed with. */
export interface Exporter {
  readonly id: string;
  readonly name: string;
}

export interface ExporterDetails extends Exporter {
  readonly createdAt: string;
  /** Null while the token opens the door. */
  readonly revokedAt: string | null;
  /** How many packages were published. */
  readonly packages: number;
  readonly keys: readonly { readonly publicKey: string; readonly addedAt: string; readonly revokedAt: string | null }[];
}

/** Who may send packages. Every act answers false, and changes nothing, when no exporter in service has the id. */
export interface ExporterStore {
  /** False when another one in service has the name. */
  add(exporter: Exporter & { readonly tokenHash: string }, entry: AuditEntry): Promise<boolean>;
  setToken(id: string, tokenHash: string, entry: AuditEntry): Promise<boolean>;
  revoke(id: string, entry: AuditEntry): Promise<boolean>;
  /** Also one that was revoked before. */
  addKey(id: string, publicKey: string, entry: AuditEntry): Promise<boolean>;
  /** False, too, when the exporter has no such key in service. */
  revokeKey(id: string, publicKey: string, entry: AuditEntry): Promise<boolean>;
  /** The one in service whose token has this SHA-256. */
  findByToken(tokenHash: string): Promise<Exporter | undefined>;
  /** Those in service, in the order in which they came. */
  list(): Promise<readonly Exporter[]>;
  /** Public keys in service. */
  keysOf(id: string): Promise<readonly string[]>;
  /** Everybody who was ever registered, those in service first. */
  details(): Promise<readonly ExporterDetails[]>;
}
