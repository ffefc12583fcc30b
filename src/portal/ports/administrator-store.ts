import type { AuditEntry } from './audit-store.ts';

/** Somebody who looks after the portal, with what their password is known by. */
export interface Administrator {
  readonly name: string;
  /** Hexadecimal. */
  readonly salt: string;
  readonly passwordHash: string;
}

export interface AdministratorStore {
  /** Adds one, or gives a known one another password. */
  put(administrator: Administrator, entry: AuditEntry): Promise<void>;
  find(name: string): Promise<Administrator | undefined>;
  /** Their names. */
  list(): Promise<readonly string[]>;
}
