import type { Database } from 'better-sqlite3';
import type { DraftContent } from '#shared/model/draft.ts';
import { eventPrint, type EventPrint } from '#shared/search/event-print.ts';
import { sql } from '../statements.ts';

/** What is known of events by their drafts, or by the packages that were built of them. */
type EventOf = 'draft' | 'package';

/** A print as it is stored. */
export interface PrintRow {
  readonly shingles: Uint8Array;
  readonly marks: string;
}

/** Notes which event a content tells of; runs inside the transaction that indexes it. */
export function noteEvent(database: Database, of: EventOf, number: number, content: DraftContent): void {
  const print = eventPrint(content);
  if (print === null) {
    sql<[number]>(database, `DELETE FROM ${of}_events WHERE ${of} = ?`).run(number);
    return;
  }
  const { shingles, marks } = print;
  sql<[number, Uint8Array, string]>(database, `INSERT OR REPLACE INTO ${of}_events VALUES (?, ?, ?)`).run(
    number,
    new Uint8Array(shingles.buffer, shingles.byteOffset, shingles.byteLength),
    JSON.stringify(marks),
  );
}

export function rowToPrint({ shingles, marks }: PrintRow): EventPrint {
  return { shingles: shinglesOf(shingles), marks: JSON.parse(marks) as string[] };
}

/** The shingles in the bytes of a row, which need not begin where a 32-bit number may. */
export function shinglesOf(bytes: Uint8Array): Uint32Array {
  const { buffer, byteOffset, byteLength } = isAligned(bytes) ? bytes : Uint8Array.from(bytes);
  return new Uint32Array(buffer, byteOffset, byteLength / 4);
}

function isAligned({ byteOffset }: Uint8Array): boolean {
  return byteOffset % 4 === 0;
}
