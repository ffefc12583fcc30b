import { describe, expect, test } from 'vitest';
import { editText } from '#shared/document/text-edit.ts';
import { isSure, keptOffer, offerFor, takeOffer, typedPunctuation } from '#shared/house-style/typed-punctuation.ts';

/** What the words are once the offer for the sign before `|` is taken; null when there is none. */
function taken(marked: string): string | null {
  const at = marked.indexOf('|');
  const text = marked.replace('|', '');
  const edits = typedPunctuation(text, at);
  return edits.length === 0 ? null : editText(text, edits);
}

describe('a half-width sign typed right after Chinese', () => {
  test.each([
    ['市住建局,|', '市住建局，'],
    ['市住建局.|', '市住建局。'],
    ['见到乔治.|', '见到乔治。'],
    ['见到乔治.|布什', '见到乔治·布什'],
    ['如下:|', '如下：'],
    ['检查;|整改', '检查；整改'],
    ['好不好?|', '好不好？'],
    ['好!|', '好！'],
    ['条例》,|', '条例》，'],
    ['生产总值(|', '生产总值（'],
    ['总值（GDP)|', '总值（GDP）'],
    ['意见(试行)|', '意见（试行）'],
    ['等等...|', '等等……'],
    ['目标--|安全', '目标——安全'],
    ['印发<<意见>>|', '印发《意见》'],
    ['《甲》和<<乙>>|', '《甲》和《乙》'],
  ])('%s is offered as full-width', (marked, words) => expect(taken(marked)).toBe(words));

  test.each([
    '2022,|',
    'GDP.|',
    '8:|30',
    '图.|1',
    '局:|80',
    '见 https://gov.cn/局,|',
    '甲 ,|',
    '甲..|.',
    '甲...|.',
    '2022--|',
    '局-|',
    '局->|',
    'a > b>|',
    '(pcr)|',
    ')|',
    '甲，|',
    '|',
    'a(|',
  ])('%s is left alone', (marked) => expect(taken(marked)).toBeNull());
});

describe('an offer', () => {
  const comma = offerFor('市住建局,', 5);

  test('stays while more is typed behind the sign', () => {
    expect(comma && keptOffer(comma, '市住建局,今日', 7)).toEqual(comma);
  });

  test.each([
    ['digits follow the sign', '市住建局,2', 6],
    ['the caret went before it', '市住建局,', 3],
    ['the words before it changed', '市住建,', 4],
    ['the words have moved on', `市住建局,${'今'.repeat(40)}`, 45],
  ])('goes when %s', (_when, words, caret) => {
    expect(comma && keptOffer(comma, words, caret)).toBeNull();
  });

  test('of a stop becomes one of 间隔号 once a name goes on behind it, and is never taken for sure before', () => {
    const stop = offerFor('见到乔治.', 5);
    expect(stop && keptOffer(stop, '见到乔治.布', 6)?.sign).toBe('。');
    expect(stop && keptOffer(stop, '见到乔治.布什', 7)?.sign).toBe('·');
    expect(stop && isSure(stop, '见到乔治.')).toBe(false);
    const end = offerFor('已经完工.', 5);
    expect(end && isSure(end, '已经完工.')).toBe(true);
  });

  test('changes a sign with its partner, and the caret stays behind the same word', () => {
    const brackets = offerFor('通知(试行)', 6);
    expect(brackets && takeOffer(brackets, '通知(试行)今日', 8)).toEqual({ text: '通知（试行）今日', caret: 8 });
    const dots = offerFor('市住建局...', 7);
    expect(dots && takeOffer(dots, '市住建局...今', 8)).toEqual({ text: '市住建局……今', caret: 7 });
  });
});
