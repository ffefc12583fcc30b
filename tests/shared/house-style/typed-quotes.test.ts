import { describe, expect, test } from 'vitest';
import { typedQuote } from '#shared/house-style/typed-quotes.ts';

/** Types `text` sign by sign, as a person would; answers what stands there. */
function typed(text: string, after = ''): string {
  let words = '';
  for (const sign of text) words += typedQuote(words, sign, after) ?? sign;
  return words;
}

describe('straight quotes typed in Chinese', () => {
  test.each([
    ['坚持"人民至上"理念', '坚持“人民至上”理念'],
    ['"放管服"改革', '“放管服”改革'],
    ['称,"稳"字当头', '称,“稳”字当头'],
    ['他说:"要讲\'实\'字"', '他说:“要讲‘实’字”'],
    ['建设"5G"基站', '建设“5G”基站'],
    ['"一网通办"、"跨省通办"', '“一网通办”、“跨省通办”'],
    ['“甲"', '“甲”'],
  ])('%s', (text, words) => expect(typed(text)).toBe(words));

  test('stay straight in Latin words, measures and addresses', () => {
    expect(typed("don't")).toBe("don't");
    expect(typed('say "hello" to')).toBe('say "hello" to');
    expect(typed('屏幕 27"')).toBe('屏幕 27"');
    expect(typed('见 https://www.gov.cn/a"b')).toBe('见 https://www.gov.cn/a"b');
  });

  test('a mark whose partner was left straight stays straight as well', () => {
    expect(typedQuote('称"要', '"', '')).toBeNull();
  });

  test('before words that stand there already', () => {
    expect(typedQuote('', '"', '人民至上')).toBe('“');
    expect(typedQuote('', '"', 'hello')).toBeNull();
    expect(typedQuote('坚持“人民至上', '"', '理念')).toBe('”');
    expect(typedQuote('甲', 'x', '')).toBeNull();
  });
});
