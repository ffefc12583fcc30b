import { expect, it } from 'vitest';
import { blanksOf, fillTemplate, makeBoilerplate } from '#shared/model/boilerplate.ts';

const template = {
  id: 'copyright',
  title: '版权声明',
  category: '文末',
  version: 3,
  template: '凡本网注明“稿件来源：{{稿件来源}}”的稿件，版权均属{{稿件来源}}所有。联系人：{{ 联系人 }}',
};

it('lists each blank once, in order', () => {
  expect(blanksOf(template.template)).toEqual(['稿件来源', '联系人']);
});

it('fills known blanks from the metadata and marks the others as to be confirmed', () => {
  const node = makeBoilerplate(template, { 稿件来源: '台山政府网', 电话: '0750-5524538' });
  expect(node).toEqual({
    type: 'boilerplate',
    id: 'copyright',
    version: 3,
    values: { 稿件来源: '台山政府网', 联系人: '' },
    text: '凡本网注明“稿件来源：台山政府网”的稿件，版权均属台山政府网所有。联系人：【待核】联系人',
  });
});

it('puts a value in as it is, also one that looks like a pattern or a blank', () => {
  expect(fillTemplate('{{a}}', { a: '$& {{b}}' })).toBe('$& {{b}}');
});
