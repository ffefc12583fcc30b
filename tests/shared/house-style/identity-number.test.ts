import { expect, test } from 'vitest';
import { findIdentityNumbers } from '#shared/house-style/identity-number.ts';

// The example numbers of GB 11643—1999; no person has them.
test.each([
  '11010519491231002X',
  '440524188001010014',
  '11010519491231002x',
  '110105 19491231 002X',
  '１１０１０５１９４９１２３１００２Ｘ',
])('found: %s', (number) => {
  const text = `身份证号${number}，住址略`;
  expect(findIdentityNumbers(text)).toEqual([{ start: 4, end: 4 + number.length }]);
});

test.each([
  ['a wrong check character', '110105194912310021'],
  ['a day that does not exist', '110105194902300027'],
  ['part of a longer number', '9911010519491231002X1'],
  ['seventeen digits', '11010519491231002'],
])('left alone: %s', (_why, number) => expect(findIdentityNumbers(`编号${number}`)).toEqual([]));
