import { describe, expect, test } from 'vitest';
import { moveSearch, renameSearch, withSearch, type SavedSearch } from '#shared/model/list-view.ts';

const saved = (name: string, pinned = true): SavedSearch => ({ name, query: name, earlier: false, pinned });
const searches = [saved('甲'), saved('乙', false), saved('丙')];
const names = (list: readonly SavedSearch[]) => list.map(({ name }) => name);

test('a search that is kept under a name that is taken takes its place', () => {
  expect(names(withSearch(searches, saved('甲')))).toEqual(['乙', '丙', '甲']);
});

describe('another name', () => {
  test('is taken without blanks at its ends', () =>
    expect(names(renameSearch(searches, '甲', ' 丁 '))).toEqual(['丁', '乙', '丙']));
  test.each(['', ' ', '丙'])('%j is refused', (wanted) =>
    expect(renameSearch(searches, '甲', wanted)).toEqual(searches),
  );
});

test('a search moves past its neighbour among those that are shown with it, and stays at the ends', () => {
  expect(names(moveSearch(searches, '丙', -1))).toEqual(['丙', '乙', '甲']);
  expect(names(moveSearch(searches, '甲', -1))).toEqual(['甲', '乙', '丙']);
  expect(names(moveSearch(searches, '乙', 1))).toEqual(['甲', '乙', '丙']);
});
