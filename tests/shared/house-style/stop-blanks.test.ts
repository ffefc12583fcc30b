import { describe, expect, test } from 'vitest';
import { editText } from '#shared/document/text-edit.ts';
import { runChecks } from '#shared/house-style/engine.ts';
import { applyRepairs } from '#shared/house-style/repairs/apply-repairs.ts';
import { findRepairs } from '#shared/house-style/repairs/find-repairs.ts';
import { repairPieces } from '#shared/house-style/repairs/repair-pieces.ts';
import { stopBlankEdits } from '#shared/house-style/stop-blanks.ts';
import { countRepairs } from '#shared/model/repair.ts';
import { contentOf } from '#tests/builders/content.ts';
import { sampleProfile } from '#tests/helpers/sample-profile.ts';

describe('blanks at a full-width stop between Chinese go', () => {
  test.each([
    ['已开工， 明年完成。 市住建局', '已开工，明年完成。市住建局'],
    ['已开工 ，明年', '已开工，明年'],
    ['他说：\u00a0“好。” 。', '他说：“好。”。'],
    ['城东、 城西', '城东、城西'],
  ])('%s', (text, clean) => expect(editText(text, stopBlankEdits(text))).toBe(clean));

  test.each([
    ['beside Latin and figures', '电话： 0750-1234567，网址： www.gov.cn'],
    ['between words', '首页 新闻 公告'],
    ['where a form leaves room', '联系人：    电话：   年   月   日'],
    ['at an indent', '　　第一段。　　第二段'],
    ['at the end', '完成。 '],
  ])('but not %s', (_where, text) => expect(stopBlankEdits(text)).toEqual([]));
});

const content = contentOf('已开工， 明年完成', ['第一， 第二。', '无空格，无提示。']);

test('the check offers to take them out', () => {
  const found = runChecks(content, { profile: sampleProfile, assets: new Map() }).filter(
    ({ rule }) => rule === 'blank-beside-stop',
  );
  expect(found.map(({ place, fix, params }) => [place.kind, fix, params['text']])).toEqual([
    ['metadata', undefined, '开工， 明年'],
    ['block', { kind: 'replace', text: '' }, '第一， 第二'],
  ]);
});

test('a repair shows the blank that goes, which by itself nobody would see', () => {
  const [place] = findRepairs(content, { isTraditional: () => false, simplifyEdits: () => [] });
  expect(place && repairPieces(place)).toEqual([
    { kind: 'same', text: '第一，' },
    { kind: 'old', text: '␣' },
    { kind: 'same', text: '第二。' },
  ]);
});

test('so does an import', () => {
  const repairs = findRepairs(content, { isTraditional: () => false, simplifyEdits: () => [] });
  expect(countRepairs(repairs)).toEqual([{ kind: 'blank', count: 2 }]);
  expect(findRepairs(applyRepairs(content, repairs), { isTraditional: () => false, simplifyEdits: () => [] })).toEqual(
    [],
  );
});
