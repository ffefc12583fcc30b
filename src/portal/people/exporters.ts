import { createHash, randomBytes } from 'node:crypto';
import type { Ids } from '#main/services/ports/ids.ts';
import { AppError } from '#shared/errors.ts';
import { assertFound } from '../assert-found.ts';
import type { AuditLog } from '../audit/audit-log.ts';
import type { Exporter, ExporterDetails, ExporterStore } from '../ports/exporter-store.ts';

/** 256 random bits; the prefix lets scanners for leaked secrets find it. */
function freshToken(): string {
  return `gqx_${randomBytes(32).toString('base64url')}`;
}

/** Tokens are long and random, so one SHA-256 is enough to keep and to find them by: nobody can work towards a hash. */
function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** Who may send packages. `by` is who did it, for the log: the name of an administrator, or the portal's own commands. */
export class Exporters {
  readonly #store: ExporterStore;
  readonly #audit: AuditLog;
  readonly #ids: Ids;

  constructor(store: ExporterStore, audit: AuditLog, ids: Ids) {
    this.#store = store;
    this.#audit = audit;
    this.#ids = ids;
  }

  /** The token is told this once and cannot be read again. Refuses `portal-conflict` when one in service has the name. */
  async add(name: string, by = 'portal'): Promise<Exporter & { readonly token: string }> {
    const exporter = { id: this.#ids.next(), name };
    const token = freshToken();
    const entry = this.#audit.entry(by, 'exporter.added', { exporterId: exporter.id });
    const isAdded = await this.#store.add({ ...exporter, tokenHash: hashOf(token) }, entry);
    if (!isAdded) throw new AppError('portal-conflict', { name });
    return { ...exporter, token };
  }

  /** Another token; the one before opens nothing from now on. */
  async renewToken(exporterId: string, by = 'portal'): Promise<string> {
    const token = freshToken();
    const entry = this.#audit.entry(by, 'token.renewed', { exporterId });
    assertFound(await this.#store.setToken(exporterId, hashOf(token), entry));
    return token;
  }

  /** Accepts packages signed with this minisign public key (base64) from this exporter, also one that was revoked before. */
  async addKey(exporterId: string, publicKey: string, by = 'portal'): Promise<void> {
    const entry = this.#audit.entry(by, 'key.added', { exporterId, key: publicKey });
    assertFound(await this.#store.addKey(exporterId, publicKey, entry));
  }

  /** From now on nothing that is signed with this key is taken; what was published with it stays. */
  async revokeKey(exporterId: string, publicKey: string, by = 'portal'): Promise<void> {
    const entry = this.#audit.entry(by, 'key.revoked', { exporterId, key: publicKey });
    assertFound(await this.#store.revokeKey(exporterId, publicKey, entry));
  }

  /** From now on the exporter's token opens nothing; what they published stays. */
  async revoke(exporterId: string, by = 'portal'): Promise<void> {
    assertFound(await this.#store.revoke(exporterId, this.#audit.entry(by, 'exporter.revoked', { exporterId })));
  }

  /** Those in service. */
  async list(): Promise<readonly Exporter[]> {
    return this.#store.list();
  }

  async keysOf(exporterId: string): Promise<readonly string[]> {
    return this.#store.keysOf(exporterId);
  }

  /** Everybody who was ever registered, those in service first. */
  async details(): Promise<readonly ExporterDetails[]> {
    return this.#store.details();
  }

  /** The exporter whose token this is. */
  async findByToken(token: string): Promise<Exporter | undefined> {
    return this.#store.findByToken(hashOf(token));
  }
}
