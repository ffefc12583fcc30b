import type { Span } from './pinyin.ts';

/** Also full-width digits, and the blanks and dashes that people part the groups with. */
const candidate = /(?<![0-9０-９])(?:[0-9０-９][ -]?){17}[0-9０-９XxＸｘ](?![0-9０-９])/gu;
/** GB 11643—1999: weights of the first 17 digits, and the check characters by the remainder of the sum by 11. */
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checkCharacters = '10X98765432';

/** Where citizen identity numbers (居民身份证号码) stand in a text: right check character and a possible day of birth. */
export function findIdentityNumbers(text: string): readonly Span[] {
  return [...text.matchAll(candidate)]
    .filter((match) => isIdentityNumber(match[0]))
    .map((match) => ({ start: match.index, end: match.index + match[0].length }));
}

function isIdentityNumber(written: string): boolean {
  const number = written.normalize('NFKC').replace(/[ -]/g, '').toUpperCase();
  const sum = weights.reduce((total, weight, index) => total + weight * Number(number[index]), 0);
  return checkCharacters[sum % 11] === number[17] && isDay(number.slice(6, 14));
}

function isDay(digits: string): boolean {
  const [year, month, day] = [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6, 8)].map(Number);
  if (year === undefined || month === undefined || day === undefined) return false;
  const days = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
  return year >= 1880 && year <= 2100 && day >= 1 && day <= days;
}
