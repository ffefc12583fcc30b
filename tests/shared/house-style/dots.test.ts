import { describe, expect, test } from 'vitest';
import { runChecks } from '#shared/house-style/engine.ts';
import { findDots } from '#shared/house-style/dots.ts';
import { contentOf } from '#tests/builders/content.ts';
import { sampleProfile } from '#tests/helpers/sample-profile.ts';

describe('a half-width stop between Han is in a name', () => {
  test.each(['美国前总统乔治.布什来访', '设计师贝尔纳.屈米介绍', '城建科艾尔肯.吐尼亚孜摄', '穆罕默德.萨拉赫参加'])(
    '%s',
    (text) => expect(findDots(text).map(({ isInName }) => isInName)).toEqual([true]),
  );

  test('of three parts both are', () => {
    expect(findDots('由弗兰克.劳埃德.赖特设计').map(({ isInName }) => isInName)).toEqual([true, true]);
  });
});

describe('or it is not known', () => {
  test.each([
    '项目已开工.明年完成',
    '加快推进.全市各县',
    '加强管理.巴士站点同步改造',
    '市里来.加强检查',
    '王小明.李四',
  ])('%s', (text) => expect(findDots(text).map(({ isInName }) => isInName)).toEqual([false]));
});

describe('and nothing is said of', () => {
  test.each([
    '投资1.08亿元，长26.7公里',
    '第1.2节',
    '一.总体要求',
    '（二）.重点任务',
    '第三.保障措施',
    '版本V2.一期',
    '邮箱zhang@a.gov.cn，网址www.gov.cn',
    '已开工。明年完成',
    '乔治·布什',
    '公告.',
  ])('%s', (text) => expect(findDots(text)).toEqual([]));
});

test('in a name the check offers 间隔号, elsewhere it asks; names of files are left alone', () => {
  const content = contentOf('标题', ['总统乔治.布什来访.明年再来'], { authors: ['艾尔肯.吐尼亚孜'] });
  const dots = runChecks(content, { profile: sampleProfile, assets: new Map() }).filter(
    ({ rule }) => rule === 'dot-between-han',
  );
  expect(dots.map(({ severity, fix, place }) => [severity, fix, place.kind])).toEqual([
    ['warning', undefined, 'metadata'],
    ['warning', { kind: 'replace', text: '·' }, 'block'],
    ['hint', undefined, 'block'],
  ]);
});
