import { randomBytes, randomInt, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import type { Clock } from '#main/services/ports/clock.ts';
import type { PortalDatabase } from './open-database.ts';

const derive = promisify<string, Buffer, number, { N: number; r: number; p: number; maxmem: number }, Buffer>(scrypt);

/** RFC 7914; 64 MB and some 100 ms for each guess. */
const cost = { N: 65_536, r: 8, p: 1, maxmem: 128 * 1024 * 1024 };
const keyBytes = 32;
/** Without letters that look alike. */
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789';

/** People who look after the portal; they sign in by name and password, and send no packages. */
export class Administrators {
  readonly #database: PortalDatabase;
  readonly #clock: Clock;

  constructor(database: PortalDatabase, clock: Clock) {
    this.#database = database;
    this.#clock = clock;
  }

  /** Adds one, or gives a known one another password. The password is told this once: 20 random characters. */
  async add(name: string): Promise<string> {
    const password = Array.from({ length: 20 }, () => alphabet[randomInt(alphabet.length)]).join('');
    const salt = randomBytes(16);
    const hash = await derive(password, salt, keyBytes, cost);
    this.#database
      .prepare(
        `INSERT INTO administrators (name, salt, password_hash, created_at) VALUES (?, ?, ?, ?)
         ON CONFLICT (name) DO UPDATE SET salt = excluded.salt, password_hash = excluded.password_hash`,
      )
      .run(name, salt.toString('hex'), hash.toString('hex'), this.#clock.now());
    return password;
  }

  /** Whether this is the password. A name that nobody has takes as long as one that somebody has. */
  async accepts(name: string, password: string): Promise<boolean> {
    const row = this.#database
      .prepare<[string], { salt: string; password_hash: string }>(
        'SELECT salt, password_hash FROM administrators WHERE name = ?',
      )
      .get(name);
    const salt = Buffer.from(row?.salt ?? '00'.repeat(16), 'hex');
    const wanted = Buffer.from(row?.password_hash ?? '00'.repeat(keyBytes), 'hex');
    const found = await derive(password.slice(0, 200), salt, keyBytes, cost);
    return timingSafeEqual(found, wanted) && row !== undefined;
  }

  list(): readonly string[] {
    return this.#database.prepare<[], string>('SELECT name FROM administrators ORDER BY name').pluck().all();
  }
}
