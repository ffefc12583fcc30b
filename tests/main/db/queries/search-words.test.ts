import { array, assert, constantFrom, property, string } from 'fast-check';
import DatabaseFile from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { wordMatcher } from '#shared/search/word-matcher.ts';
import { searchQuery, searchWords } from '#main/db/queries/search-words.ts';

describe('the words of the index', () => {
  test.each([
    ['住房和城乡', '住房 房和 和城 城乡 乡'],
    ['区', '区'],
    ['2022年3月16日', '2022 年 3 月 16 日'],
    ['GB/T 15834—2011', 'gb t 15834 2011'],
    ['設備ＧＢ', '设备 备 gb'],
    ['疫情，防控', '疫情 情 防控 控'],
    ['𠮷野家', '𠮷野 野家 家'],
    ['', ''],
  ])('%s → %s', (text, words) => expect(searchWords([text])).toBe(words));

  test.each([
    ['住', '"住" *'],
    ['住房', '"住房" *'],
    ['住房和', '"住房 房和" *'],
    ['3月', '"3 月" *'],
    ['住房3', '"住房 房 3" *'],
    ['住房 改造', '"住房 房 改造" *'],
    ['  ', undefined],
    ['"*', undefined],
  ])('asking for %s asks for %s', (query, asked) => expect(searchQuery(query)).toBe(asked));
});

test('a question for one field says so', () => {
  expect(searchQuery('住房', 'headline')).toBe('headline : "住房" *');
});

test('passages stand apart in the index', () => {
  expect(searchWords(['住房', '，', '改造'])).toBe('住房 房 \uE000 改造 造');
});

test('a search finds exactly the drafts in which the matcher finds the words', () => {
  const unit = constantFrom(...Array.from('住房和城乡區区，3a4ｂ 𠮷𬭎é'));
  const texts = array(array(string({ unit, maxLength: 12 }), { maxLength: 3 }), { minLength: 1, maxLength: 12 });
  const question = string({ unit, minLength: 1, maxLength: 5 });
  assert(
    property(texts, question, (documents, word) => {
      const query = searchQuery(word);
      const matcher = wordMatcher(word);
      expect(query === undefined).toBe(matcher === undefined);
      if (query === undefined) return;
      const database = new DatabaseFile(':memory:');
      database.exec("CREATE VIRTUAL TABLE found USING fts5 (words, content = '', tokenize = 'ascii')");
      const insert = database.prepare('INSERT INTO found (rowid, words) VALUES (?, ?)');
      for (const [index, passages] of documents.entries()) insert.run(index, searchWords(passages));
      const rows = database.prepare<[string], number>('SELECT rowid FROM found WHERE found MATCH ? ORDER BY rowid');
      const scanned = [...documents.keys()].filter((index) =>
        documents[index]?.some((passage) => (matcher?.(passage) ?? []).length > 0),
      );
      expect(rows.pluck().all(query)).toEqual(scanned);
      database.close();
    }),
    { seed: 20261123, numRuns: 1000 },
  );
});
