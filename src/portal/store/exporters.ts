import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Clock } from '#main/services/ports/clock.ts';
import type { Ids } from '#main/services/ports/ids.ts';
import type { PortalDatabase } from './open-database.ts';

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

interface ExporterRow extends Exporter {
  readonly token_hash: string;
}

/** 256 random bits; the prefix lets scanners for leaked secrets find it. */
function freshToken(): string {
  return `gqx_${randomBytes(32).toString('base64url')}`;
}

function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/** The portal's exporters. Tokens are long and random, so one SHA-256 is enough to keep them by. */
export class Exporters {
  readonly #database: PortalDatabase;
  readonly #clock: Clock;
  readonly #ids: Ids;

  constructor(database: PortalDatabase, clock: Clock, ids: Ids) {
    this.#database = database;
    this.#clock = clock;
    this.#ids = ids;
  }

  /** Adds an exporter; no other one who is active may have the name. The token is told this once and cannot be read again. */
  add(name: string): Exporter & { readonly token: string } {
    const exporter = { id: this.#ids.next(), name };
    const token = freshToken();
    this.#database
      .prepare('INSERT INTO exporters (id, name, token_hash, created_at) VALUES (?, ?, ?, ?)')
      .run(exporter.id, name, hashToken(token).toString('hex'), this.#clock.now());
    return { ...exporter, token };
  }

  /** Gives the exporter another token; the one before opens nothing from now on. */
  renewToken(exporterId: string): string {
    const token = freshToken();
    this.#database
      .prepare('UPDATE exporters SET token_hash = ? WHERE id = ?')
      .run(hashToken(token).toString('hex'), exporterId);
    return token;
  }

  /** Accepts packages signed with this minisign public key (base64) from this exporter, also one that was revoked before. */
  addKey(exporterId: string, publicKey: string): void {
    this.#database
      .prepare(
        `INSERT INTO exporter_keys (exporter_id, public_key, added_at) VALUES (?, ?, ?)
         ON CONFLICT (exporter_id, public_key) DO UPDATE SET revoked_at = NULL`,
      )
      .run(exporterId, publicKey, this.#clock.now());
  }

  /** From now on nothing that is signed with this key is taken; what was published with it stays. */
  revokeKey(exporterId: string, publicKey: string): void {
    this.#database
      .prepare(
        'UPDATE exporter_keys SET revoked_at = ? WHERE exporter_id = ? AND public_key = ? AND revoked_at IS NULL',
      )
      .run(this.#clock.now(), exporterId, publicKey);
  }

  /** From now on the exporter's token opens nothing; what they published stays. */
  revoke(exporterId: string): void {
    this.#database.prepare('UPDATE exporters SET revoked_at = ? WHERE id = ?').run(this.#clock.now(), exporterId);
  }

  list(): readonly Exporter[] {
    return this.#database
      .prepare<[], Exporter>('SELECT id, name FROM exporters WHERE revoked_at IS NULL ORDER BY created_at, id')
      .all();
  }

  keysOf(exporterId: string): readonly string[] {
    return this.#database
      .prepare<[string], { public_key: string }>(
        'SELECT public_key FROM exporter_keys WHERE exporter_id = ? AND revoked_at IS NULL',
      )
      .all(exporterId)
      .map((row) => row.public_key);
  }

  /** Everybody who was ever registered, those in service first. */
  details(): readonly ExporterDetails[] {
    const keys = this.#database.prepare<[string], ExporterDetails['keys'][number]>(
      `SELECT public_key AS publicKey, added_at AS addedAt, revoked_at AS revokedAt FROM exporter_keys
       WHERE exporter_id = ? ORDER BY added_at, public_key`,
    );
    return this.#database
      .prepare<[], Omit<ExporterDetails, 'keys'>>(
        `SELECT id, name, created_at AS createdAt, revoked_at AS revokedAt,
           (SELECT count(*) FROM publications WHERE exporter_id = exporters.id) AS packages
         FROM exporters ORDER BY revoked_at IS NOT NULL, created_at, id`,
      )
      .all()
      .map((exporter) => ({ ...exporter, keys: keys.all(exporter.id) }));
  }

  /** The exporter whose token this is. Compares with every hash, each in constant time, so timing tells nothing. */
  findByToken(token: string): Exporter | undefined {
    const hash = hashToken(token);
    let found: Exporter | undefined;
    const rows = this.#database
      .prepare<[], ExporterRow>('SELECT id, name, token_hash FROM exporters WHERE revoked_at IS NULL')
      .all();
    for (const row of rows) {
      if (timingSafeEqual(hash, Buffer.from(row.token_hash, 'hex'))) found = { id: row.id, name: row.name };
    }
    return found;
  }
}
