import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { hostPath } from '../link/messages.ts';

type Doorplate = { origin: string; address: string; secret: string };

/**
 * One host for each user-data folder. The lock is the operating system's lock on a file, taken through SQLite (which has one
 * for every system we run on): it is atomic and it ends with the process, so a killed host leaves nothing stale behind.
 * Beside it lies a doorplate, readable by its owner alone, with the address for a second start to knock at.
 */
export class InstanceLock {
  readonly #lockFile: string;
  readonly #doorplate: string;
  readonly #address: () => { origin: string; address: string };
  readonly #secret = randomBytes(32).toString('base64url');
  #database: Database.Database | undefined;
  /** Settles when the running host has been told about this second start. */
  knocking: Promise<void> = Promise.resolve();

  constructor(folder: string, address: () => { origin: string; address: string }) {
    this.#lockFile = join(folder, 'browser-host.lock');
    this.#doorplate = join(folder, 'browser-host.json');
    this.#address = address;
  }

  get isHeld(): boolean {
    return this.#database !== undefined;
  }

  /** False when another host has the folder. One that cannot be written is nobody's: the app says so on a page of its own. */
  take(): boolean {
    if (this.#database !== undefined) return true;
    let database: Database.Database | undefined;
    try {
      mkdirSync(dirname(this.#lockFile), { recursive: true });
      database = new Database(this.#lockFile, { timeout: 0 });
      database.pragma('journal_mode = MEMORY');
      database.exec('BEGIN EXCLUSIVE');
    } catch (error) {
      database?.close();
      if ((error as { code?: string }).code !== 'SQLITE_BUSY') return true;
      this.#knock();
      return false;
    }
    this.#database = database;
    this.#hangDoorplate();
    return true;
  }

  knows(secret: string): boolean {
    return this.isHeld && secret === this.#secret;
  }

  release(): void {
    if (this.#database === undefined) return;
    rmSync(this.#doorplate, { force: true });
    this.#database.close();
    this.#database = undefined;
  }

  #hangDoorplate(): void {
    const door: Doorplate = { ...this.#address(), secret: this.#secret };
    try {
      writeFileSync(this.#doorplate, JSON.stringify(door), { mode: 0o600 });
    } catch {
      // The disk is full: a second start ends without being led here.
    }
  }

  #knock(): void {
    let door: Doorplate;
    try {
      door = JSON.parse(readFileSync(this.#doorplate, 'utf8')) as Doorplate;
    } catch {
      return; // the other host is just starting
    }
    process.stderr.write(`稿签已在运行（already running）：${door.address}\n`);
    this.knocking = fetch(`${door.origin}${hostPath}second-instance`, {
      method: 'POST',
      headers: { 'x-gaoqian-secret': door.secret },
      body: JSON.stringify({ argv: process.argv, workingDirectory: process.cwd() }),
      signal: AbortSignal.timeout(3_000),
    }).then(
      () => undefined,
      () => undefined,
    );
  }
}
