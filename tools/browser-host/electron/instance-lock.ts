import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { hostPath } from '../link/messages.ts';

type Doorplate = { origin: string; address: string; secret: string };

/** What a running host says to a start that knocks: its app has come forward, or it is ending and the start may follow. */
export type Welcome = 'running' | 'ending';

/** The status that each stands for on the wire. */
export const welcomeStatus: Readonly<Record<Welcome, number>> = { running: 204, ending: 202 };

/** How long a start stays before a host that has the folder and says nothing; an app has ten seconds to end. */
const patience = { knocks: 60, betweenMs: 250, answerMs: 3_000 } as const;

/**
 * One host for each user-data folder. The lock is the operating system's lock on a file, taken through SQLite (which has one
 * for every system we run on): it is atomic and it ends with the process, so a killed host leaves nothing stale behind.
 * Beside it lies a doorplate, readable by its owner alone, with the address for a second start to knock at.
 */
export class InstanceLock {
  readonly #lockFile: string;
  readonly #doorplate: string;
  readonly #secret = randomBytes(32).toString('base64url');
  #database: Database.Database | undefined;

  constructor(folder: string) {
    this.#lockFile = join(folder, 'browser-host.lock');
    this.#doorplate = join(folder, 'browser-host.json');
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
      return (error as { code?: string }).code !== 'SQLITE_BUSY';
    }
    this.#database = database;
    return true;
  }

  /**
   * Takes the folder, after a host that is just ending. Answers false, and says why, when another one has it and keeps it.
   * One that says nothing may be between two states: it has not hung its doorplate yet, or has closed its door already.
   */
  async takeInTurn(): Promise<boolean> {
    for (let knocks = 0; !this.take(); knocks += 1) {
      const door = this.#readDoorplate();
      if (door !== undefined && (await knock(door)) === 'running') {
        process.stderr.write(`稿签已在运行（already running）：${door.address}\n`);
        return false;
      }
      if (knocks === patience.knocks) {
        process.stderr.write(
          '另一个稿签正在使用这个数据文件夹，没有回应（another one has the folder and says nothing）。\n',
        );
        return false;
      }
      await pause(patience.betweenMs);
    }
    return true;
  }

  hangDoorplate(place: { origin: string; address: string }): void {
    if (!this.isHeld) return;
    const door: Doorplate = { ...place, secret: this.#secret };
    try {
      writeFileSync(this.#doorplate, JSON.stringify(door), { mode: 0o600 });
    } catch {
      // The disk is full: a second start ends without being led here.
    }
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

  #readDoorplate(): Doorplate | undefined {
    try {
      return JSON.parse(readFileSync(this.#doorplate, 'utf8')) as Doorplate;
    } catch {
      return undefined;
    }
  }
}

async function knock(door: Doorplate): Promise<Welcome | undefined> {
  try {
    const { status } = await fetch(`${door.origin}${hostPath}second-instance`, {
      method: 'POST',
      headers: { 'x-gaoqian-secret': door.secret },
      body: JSON.stringify({ argv: process.argv, workingDirectory: process.cwd() }),
      signal: AbortSignal.timeout(patience.answerMs),
    });
    return (['running', 'ending'] as const).find((welcome) => welcomeStatus[welcome] === status);
  } catch {
    return undefined;
  }
}
