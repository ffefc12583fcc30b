import { describe, expect, test } from 'vitest';
import { compileQuery, type FindQuery } from '#shared/document/find/query.ts';
import { editText } from '#shared/document/text-edit.ts';

const plain: FindQuery = { text: '', matchCase: false, matchWidth: false, regularExpression: false, wholeWord: false };

function found(text: string, query: Partial<FindQuery> & { readonly text: string }): readonly string[] | undefined {
  return compileQuery({ ...plain, ...query })
    ?.find(text)
    .map(({ start, end }) => text.slice(start, end));
}

function replaced(text: string, query: Partial<FindQuery> & { readonly text: string }, replacement: string) {
  const matcher = compileQuery({ ...plain, ...query });
  return matcher && editText(text, matcher.replace(text, replacement));
}

describe('words', () => {
  test('every occurrence in order, none over another', () => {
    expect(compileQuery({ ...plain, text: '哈哈' })?.find('哈哈哈哈哈')).toEqual([
      { start: 0, end: 2 },
      { start: 2, end: 4 },
    ]);
  });

  test('nothing is looked for: nothing is found', () => {
    expect(found('住建局', { text: '' })).toEqual([]);
  });

  test('case is alike unless told; capitals with longer small letters keep their place', () => {
    expect(found('PCR、pcr、Pcr', { text: 'pCr' })).toEqual(['PCR', 'pcr', 'Pcr']);
    expect(found('PCR、pcr', { text: 'pcr', matchCase: true })).toEqual(['pcr']);
    expect(found('İİ局Ä', { text: '局ä' })).toEqual(['局Ä']);
  });

  test('full and half width of letters, digits and the space are alike unless told', () => {
    expect(found('ＡＢ１　x ab1 X', { text: 'ab1 x' })).toEqual(['ＡＢ１　x', 'ab1 X']);
    expect(found('ＡＢＣ、ABC', { text: 'ＡＢＣ', matchWidth: true })).toEqual(['ＡＢＣ']);
  });

  test('punctuation keeps its width: who mends half-width commas must not touch the others', () => {
    expect(found('甲,乙，丙', { text: ',' })).toEqual([',']);
    expect(found('（试行）(试行)', { text: '（试行）' })).toEqual(['（试行）']);
  });

  test('whole words have edges in Latin and numbers, Han has none', () => {
    expect(found('app、apps、happy、app1、APP端', { text: 'app', wholeWord: true })).toEqual(['app', 'APP']);
    expect(found('2023年、12023年、ａ２０２３', { text: '2023', wholeWord: true })).toEqual(['2023']);
    expect(found('住建局长', { text: '建局', wholeWord: true })).toEqual(['建局']);
  });

  test('signs of regular expressions are themselves', () => {
    expect(found('a.b axb', { text: 'a.b' })).toEqual(['a.b']);
    expect(replaced('甲乙', { text: '乙' }, '$1$&')).toBe('甲$1$&');
  });
});

const pattern = (text: string, options: Partial<FindQuery> = {}) => ({ ...options, text, regularExpression: true });

describe('regular expressions', () => {
  test('classes, edges of lines, Unicode', () => {
    expect(found('2023年5月\n第1项', pattern('\\d+'))).toEqual(['2023', '5', '1']);
    expect(found('甲乙\n甲丙', pattern('^甲.$'))).toEqual(['甲乙', '甲丙']);
    expect(found('𠮷a局', pattern('\\p{Script=Han}'))).toEqual(['𠮷', '局']);
  });

  test('the options hold for them too', () => {
    expect(found('PCR pcr', pattern('[a-z]+', { matchCase: true }))).toEqual(['pcr']);
    expect(found('PCR pcr', pattern('[a-z]+'))).toEqual(['PCR', 'pcr']);
    expect(found('ＡＢ１２', pattern('[a-z]+\\d+'))).toEqual(['ＡＢ１２']);
    expect(found('ＡＢ１２', pattern('[a-z]+\\d+', { matchWidth: true }))).toEqual([]);
    expect(found('app happy', pattern('ap+', { wholeWord: true }))).toEqual(['app']);
  });

  test('one that is none says so; one that matches nothing at all finds nothing', () => {
    expect(found('甲', pattern('('))).toBeUndefined();
    expect(found('甲', pattern('[乙-甲'))).toBeUndefined();
    expect(found('甲', pattern('x*'))).toEqual([]);
  });

  test('groups stand in the replacement with the words as the text has them', () => {
    expect(replaced('2023-05-07', pattern('(\\d+)-(\\d+)-(\\d+)'), '$1年$2月$3日')).toBe('2023年05月07日');
    expect(replaced('Ａ１', pattern('([a-z])(\\d)'), '$2$1')).toBe('１Ａ');
    expect(replaced('5月', pattern('(?<month>\\d+)月'), '$<month>月份')).toBe('5月份');
    expect(replaced('甲', pattern('甲'), '$&$&$$')).toBe('甲甲$');
    expect(replaced('甲', pattern('(甲)'), '$12$2')).toBe('甲2$2');
    expect(replaced('甲', pattern('甲|(乙)'), '[$1]')).toBe('[]');
  });

  test('a replacement never brings a line end in', () => {
    expect(replaced('甲\n乙', pattern('甲(?=(\\n))'), '$1丙')).toBe('丙\n乙');
  });
});
