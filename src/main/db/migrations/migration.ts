import type { Database } from 'better-sqlite3';

/** One step forward. Never edited once it has landed; versions go in steps of ten. */
export interface Migration {
  readonly version: number;
  readonly name: string;
  up(database: Database): void;
}
