import { describe, expect, test } from 'vitest';
import { editText } from '#shared/document/text-edit.ts';
import { typedPunctuation } from '#shared/house-style/typed-punctuation.ts';

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
