import { beforeEach, expect, test } from 'vitest';
import {
  clearSelection,
  selectAll,
  selectThrough,
  toggleSelected,
  useListSelection,
} from '#renderer/features/drafts/selection.ts';

const listed = ['a', 'b', 'c', 'd', 'e'];
const selected = () => [...useListSelection.getState().ids].sort().join('');

beforeEach(clearSelection);

test('single drafts go in and out', () => {
  toggleSelected('b');
  toggleSelected('d');
  toggleSelected('b');
  expect(selected()).toBe('d');
});

test('a range goes from the last choice to here, either way, and adds to what is chosen', () => {
  toggleSelected('a');
  toggleSelected('d');
  selectThrough('c', listed);
  expect(selected()).toBe('acd');
  selectThrough('e', listed);
  expect(selected()).toBe('acde');
});

test('a range without a beginning is the draft itself', () => {
  selectThrough('c', listed);
  expect(selected()).toBe('c');
});

test('all that is listed', () => {
  selectAll(listed);
  expect(selected()).toBe('abcde');
});
