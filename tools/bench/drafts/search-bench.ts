import type { Database } from 'better-sqlite3';
import { queries } from '#main/db/queries/registry.ts';
import { newestContent } from '#main/db/queries/newest-words.ts';
import { passagesIn } from '#main/db/queries/indexed-passages.ts';
import { foldForSearch } from '#shared/search/fold-for-search.ts';
import { resolveQuery } from '#shared/search/query/resolve-query.ts';
import type { FigureRow } from '../figure-row.ts';
import { percentile } from '../statistics.ts';
import { asker } from './fill-store.ts';

/** Searches of each kind: fewer have no p95 but their slowest. */
const searches = 25;

/** Words by how they are searched; `#` stands for the number of a house that one draft alone names. */
const questions = {
  'one character': ['房', '燃', '镇', '碧', '验'],
  'two characters': ['小区', '燃气', '碧水', '白蚁', '局长'],
  'three characters': ['公积金', '推进会', '通知书', '属地责', '石化大'],
  'four and more': ['老旧小区改造', '绿色建筑推广', '环城东路宿舍', '传统村落保护', '施工扬尘治理'],
  'rare words': ['甲楼#', '#'],
} as const;

/** The first page of a search as the window asks for it, with hits and counts, beside reading through the folded words of every draft. */
export function benchSearch(database: Database, drafts: number): readonly FigureRow[] {
  keepTexts(database);
  return Object.entries(questions).map(([kind, words]) => {
    const samples = { ours: [] as number[], scan: [] as number[] };
    let correct = true;
    for (let round = 0; round < searches / words.length; round += 1) {
      for (const [index, word] of words.entries()) {
        const house = String(1 + ((round * 7919 + index * 104_729) % drafts)).padStart(5, '0');
        const asked = word.replace('#', house);
        const from = performance.now();
        const answer = search(database, asked);
        samples.ours.push(performance.now() - from);
        const scanning = performance.now();
        const scanned = scan(database, asked);
        samples.scan.push(performance.now() - scanning);
        correct &&=
          scanned.length > 0 && sameSet(scanned, foundNumbers(database)) && answer.counts.all === scanned.length;
      }
    }
    return {
      name: `Search of ${kind} in ${drafts} drafts, p95`,
      ours: percentile(samples.ours, 0.95),
      floor: percentile(samples.scan, 0.95),
      floorName: 'reading through all words',
      target: kind === 'rare words' ? 0.05 : 0.5,
      correct,
    };
  });
}

function search(database: Database, query: string) {
  const { search } = resolveQuery(query, { columns: [], today: '2026-11-28' });
  const list = { filter: 'all', sort: 'updated', reversed: false, earlier: false, cursor: null, limit: 20 } as const;
  return queries.listDrafts(database, { ...list, ...asker, search });
}

function foundNumbers(database: Database): readonly number[] {
  return database.prepare<[], number>('SELECT number FROM found_drafts ORDER BY number').pluck().all();
}

/** The words of each draft as a scan reads them; made once, beside the store. */
function keepTexts(database: Database): void {
  database.exec('CREATE TEMPORARY TABLE texts (number INTEGER PRIMARY KEY, words TEXT NOT NULL)');
  const insert = database.prepare<[number, string]>('INSERT INTO texts VALUES (?, ?)');
  const rows = database
    .prepare<[], { number: number; id: string; head_id: string; author_name: string }>(
      'SELECT number, id, head_id, author_name FROM drafts',
    )
    .all();
  for (const row of rows) {
    const passages = passagesIn(database, newestContent(database, row), row.author_name);
    insert.run(row.number, foldForSearch(passages.map(({ text }) => text).join('\n')));
  }
}

function scan(database: Database, word: string): readonly number[] {
  const folded = foldForSearch(word);
  const found = database
    .prepare<[string], number>('SELECT number FROM texts WHERE instr(words, ?) > 0 ORDER BY number')
    .pluck()
    .all(folded);
  return /^\p{N}/u.test(folded) ? found.filter((number) => begins(database, number, folded)) : found;
}

/** A number is searched from its first digit on: five digits in the middle of a telephone number are not meant. */
function begins(database: Database, number: number, digits: string): boolean {
  const words =
    database.prepare<[number], string>('SELECT words FROM texts WHERE number = ?').pluck().get(number) ?? '';
  return new RegExp(`(?<!\\p{N})${digits}`, 'u').test(words);
}

function sameSet(left: readonly number[], right: readonly number[]): boolean {
  return left.length === right.length && left.every((number, index) => number === right[index]);
}
