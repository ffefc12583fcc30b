import { describe, expect, test } from 'vitest';
import { completeQuery, withCompletion, type Offers } from '#shared/search/query/complete-query.ts';
import { queryFields } from '#shared/search/query/query-fields.ts';

const offers: Offers = {
  fields: {
    column: '栏目',
    state: '状态',
    picture: '图',
    date: '日期',
    author: '作者',
    number: '编号',
    headline: '标题',
    body: '正文',
    caption: '图片说明',
    credit: '摄影',
    changed: '修改',
    planned: '计划',
    toConfirm: '待核',
  },
  values: {
    column: [
      { value: '工作动态', drafts: 12 },
      { value: '通知公告', drafts: 3 },
    ],
    author: [{ value: 'Li Ming', drafts: 1 }],
  },
};

/** The offers at `|`. */
function offeredAt(marked: string) {
  const caret = marked.indexOf('|');
  return completeQuery(marked.replace('|', ''), caret, offers);
}

const names = (marked: string) =>
  offeredAt(marked).offers.map((offer) => (offer.kind === 'field' ? offer.label : offer.value));

test.each([
  ['|', queryFields.map((field) => offers.fields[field])],
  ['栏|', ['栏目']],
  ['col|', ['栏目']],
  ['欄|', ['栏目']],
  ['图|', ['图', '图片说明']],
  ['-栏|', ['栏目']],
  ['小区 状|', ['状态']],
  ['小区|', []],
  ['小区 |', []],
  ['栏|目', []],
  ['"栏|', []],
  ['栏目:|', ['工作动态', '通知公告']],
  ['栏目：动|', ['工作动态']],
  ['栏目:工作动态,|', ['工作动态', '通知公告']],
  ['栏目:工作动态，公|', ['通知公告']],
  ['栏目:工作动态|', []],
  ['标题:小|', []],
])('%s offers %j', (marked, expected) => expect(names(marked)).toEqual(expected));

describe('an offer that is taken', () => {
  test.each([
    ['栏|', '栏目：|'],
    ['小区 col| 图:有', '小区 栏目：|图:有'],
    ['-栏|', '-栏目：|'],
    ['栏目:动| 图:有', '栏目:工作动态 |图:有'],
    ['栏目:通知公告,动|', '栏目:通知公告,工作动态 |'],
    ['作者:l|', '作者:"Li Ming" |'],
  ])('turns %s into %s', (marked, expected) => {
    const query = marked.replace('|', '');
    const { span, offers: found } = offeredAt(marked);
    const taken = found[0] && withCompletion(query, span, found[0]);
    expect(taken && `${taken.query.slice(0, taken.caret)}|${taken.query.slice(taken.caret)}`).toBe(expected);
  });
});
