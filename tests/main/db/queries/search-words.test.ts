import { array, assert, constantFrom, property, string } from 'fast-check';
import DatabaseFile from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { searchQuery, searchWords } from '#main/db/queries/search-words.ts';

describe('the words of the index', () => {
  test.each([
    ['住房和城乡', '住房 房和 和城 城乡 乡'],
    ['区', '区'],
    ['2022年3月16日', '2022 年 3 月 16 日'],
    ['GB/T 15834—2011', 'GB T 15834 2011'],
    ['疫情，防控', '疫情 情 防控 控'],
    ['𠮷野家', '𠮷野 野家 家'],
    ['', ''],
  ])('%s → %s', (text, words) => expect(searchWords(text)).toBe(words));

  test.each([
    ['住', '"住" *'],
    ['住房', '"住房" *'],
    ['住房和', '"住房 房和" *'],
    ['3月', '"3 月" *'],
    ['住房3', '"住房 房 3" *'],
    ['住房 改造', '"住房" * AND "改造" *'],
    ['  ', ''],
    ['"*', ''],
  ])('asking for %s asks for %s', (query, asked) => expect(searchQuery(query)).toBe(asked));
});

test('a search of Han characters finds exactly what reading every text would find', () => {
  const texts = array(string({ unit: constantFrom(...Array.from('住房和城乡，3a ')), maxLength: 12 }), {
    minLength: 1,
    maxLength: 12,
  });
  const question = string({ unit: constantFrom(...Array.from('住房和城乡')), minLength: 1, maxLength: 4 });
  assert(
    property(texts, question, (documents, query) => {
      const database = new DatabaseFile(':memory:');
      database.exec(
        "CREATE VIRTUAL TABLE found USING fts5 (words, content = '', tokenize = 'unicode61 remove_diacritics 0')",
      );
      const insert = database.prepare('INSERT INTO found (rowid, words) VALUES (?, ?)');
      for (const [index, text] of documents.entries()) insert.run(index, searchWords(text));
      const rows = database.prepare<[string], number>('SELECT rowid FROM found WHERE found MATCH ? ORDER BY rowid');
      const scanned = [...documents.keys()].filter((index) => documents[index]?.includes(query));
      expect(rows.pluck().all(searchQuery(query))).toEqual(scanned);
      database.close();
    }),
    { seed: 20261123, numRuns: 300 },
  );
});
