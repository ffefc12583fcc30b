import { randomBytes, randomInt, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import type { AuditLog } from '../audit/audit-log.ts';
import type { AdministratorStore } from '../ports/administrator-store.ts';

const derive = promisify<string, Buffer, number, { N: number; r: number; p: number; maxmem: number }, Buffer>(scrypt);

/** RFC 7914; 64 MB and some 100 ms for each guess. */
const cost = { N: 65_536, r: 8, p: 1, maxmem: 128 * 1024 * 1024 };
const keyBytes = 32;
/** Without letters that look alike. */
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789';

/** People who look after the portal; they sign in by name and password, and send no packages. */
export class Administrators {
  readonly #store: AdministratorStore;
  readonly #audit: AuditLog;

  constructor(store: AdministratorStore, audit: AuditLog) {
    this.#store = store;
    this.#audit = audit;
  }

  /** Adds one, or gives a known one another password. The password is told this once: 20 random characters. */
  async add(name: string): Promise<string> {
    const password = Array.from({ length: 20 }, () => alphabet[randomInt(alphabet.length)]).join('');
    const salt = randomBytes(16);
    const hash = await derive(password, salt, keyBytes, cost);
    await this.#store.put(
      { name, salt: salt.toString('hex'), passwordHash: hash.toString('hex') },
      this.#audit.entry('portal', 'admin.added'),
    );
    return password;
  }

  /** Whether this is the password. A name that nobody has takes as long as one that somebody has. */
  async accepts(name: string, password: string): Promise<boolean> {
    const known = await this.#store.find(name);
    const salt = Buffer.from(known?.salt ?? '00'.repeat(16), 'hex');
    const wanted = Buffer.from(known?.passwordHash ?? '00'.repeat(keyBytes), 'hex');
    const found = await derive(password.slice(0, 200), salt, keyBytes, cost);
    return timingSafeEqual(found, wanted) && known !== undefined;
  }

  async list(): Promise<readonly string[]> {
    return this.#store.list();
  }
}
