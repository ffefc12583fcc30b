import { describe, expect, test } from 'vitest';
import { en } from '#renderer/i18n/en.ts';
import { zhHans } from '#renderer/i18n/zh-Hans.ts';
import { zhHant } from '#renderer/i18n/zh-Hant.ts';
import { errorCodes } from '#shared/errors.ts';
import { ruleNames } from '#shared/house-style/rule.ts';
import { draftStates } from '#shared/model/draft.ts';
import { revisionKinds } from '#shared/model/revision.ts';

const languages = { 'zh-Hans': zhHans, 'zh-Hant': zhHant, en } as const;

function flatten(node: object, path = ''): readonly (readonly [string, string])[] {
  return Object.entries(node).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'string' ? [[`${path}${key}`, value] as const] : flatten(value as object, `${path}${key}.`),
  );
}

function blanks(text: string): readonly string[] {
  return [...new Set([...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? ''))].sort();
}

/** Which keys there are, and which blanks each text has. */
const shape = (all: object) => new Map(flatten(all).map(([key, text]) => [key, blanks(text)]));

describe.each(Object.entries(languages))('%s', (_language, words) => {
  test('says every refusal', () => {
    expect(Object.keys(words.errors).sort()).toEqual([...errorCodes].sort());
  });

  test('has a title and a reason for every rule of the house style', () => {
    for (const rule of ruleNames) expect(Object.keys(words.checks[rule])).toEqual(['title', 'why']);
  });

  test('names every state of a draft and every kind of revision', () => {
    expect(Object.keys(words.states)).toEqual([...draftStates]);
    expect(Object.keys(words.history.kind)).toEqual([...revisionKinds]);
  });

  test('has no empty text', () => {
    expect(flatten(words).filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  test('has the keys and blanks of Simplified Chinese, no more and no fewer', () => {
    expect(shape(words)).toEqual(shape(zhHans));
  });
});

test('Chinese texts use full-width punctuation between Han characters', () => {
  const wrong = [...flatten(zhHans), ...flatten(zhHant)].filter(([, text]) =>
    /\p{Script=Han}[,:;!?]\s*\p{Script=Han}/u.test(text),
  );
  expect(wrong).toEqual([]);
});

test('Traditional texts hold none of the commonest Simplified characters', () => {
  const simplified = /[这说时间读写图书签页门车员问检验证个审为发从开关后]/u;
  const wrong = flatten(zhHant).filter(([key, text]) => key !== 'languages.zh-Hans' && simplified.test(text));
  expect(wrong).toEqual([]);
});
