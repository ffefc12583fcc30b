import { describe, expect, test } from 'vitest';
import { boldPairs, longestMarkdown, looksLikeMarkdown } from '#shared/document/markdown-marks.ts';

describe('a plain text is clearly Markdown', () => {
  test.each([
    ['a heading of a section', '## 工作安排\n\n各科室：'],
    ['a title over a list', '# 通知\n- 时间\n- 地点'],
    ['a table', '项目 | 数量\n--- | ---\n甲 | 3'],
    ['bold that begins a line', '**时间**：12月5日'],
    ['bold that begins a part of a sentence', '一要摸清底数，**分类施策**。'],
    ['bold around a quotation', '落实“**“一户一策”**工作'],
    ['two bold pairs between Han', '我局将**加快推进**保障房建设并**全面提升**品质'],
    ['links and a list', '见[通知](https://a.gov.cn/1)\n- 甲\n- 乙'],
    ['two links', '见[通知](https://a.gov.cn/1)和[解读](https://a.gov.cn/2)'],
    ['bullets, a quotation and a rule', '- 甲\n- 乙\n\n> 引文\n\n---'],
    ['lines of Windows', '## 一\r\n\r\n内容'],
  ])('by %s', (_what, text) => expect(looksLikeMarkdown(text)).toBe(true));

  test.each([
    ['numbered lines of an official text', '1. 加强领导。\n2. 细化责任。\n3. 严格督查。'],
    ['lines that begin with a dash', '- 会议室一\n- 会议室二\n- 会议室三'],
    ['numbers and dashes', '1. 加强领导。\n2. 细化责任。\n- 甲\n- 乙'],
    ['masked names', '陈**、李**等3人'],
    ['masked names with words between them', '陈**与李**、王**与赵**'],
    ['masked names behind labels', '户主：**明，配偶：**芳'],
    ['masked numbers', '身份证440***********1234，电话138****1234'],
    ['powers and products', '3**4**5，2*3*4'],
    ['a topic', '#老旧小区改造#'],
    ['a single sharp sign', '# 1 楼'],
    ['the line before a signature', '此致\n\n--\n\n张三'],
    ['a rule in a letter', '正文\n-----------\n原始邮件'],
    ['one link', '[官网](https://a.gov.cn)'],
    ['columns of a text', '项目 | 数量\n甲 | 3'],
    ['nothing', ''],
  ])('but not by %s', (_what, text) => expect(looksLikeMarkdown(text)).toBe(false));
});

test.each(['[', '|a', '**a ', '|--', '\n|', ' ', '[a]('])('a long row of %j is no Markdown', (sign) => {
  expect(looksLikeMarkdown(`${sign.repeat(50_000)}\n${sign.repeat(50_000)}`)).toBe(false);
});

test('what is longer than any answer is not looked through', () => {
  const answer = '## 要点\n\n**一是**抓进度\n';
  expect(looksLikeMarkdown(answer + '字'.repeat(1000))).toBe(true);
  expect(looksLikeMarkdown(answer + '字'.repeat(longestMarkdown))).toBe(false);
});

test('bold pairs hold Chinese words, of which a mask is none', () => {
  const text = '**第一**，陈**、李**；**“二”**后**abc**';
  expect(boldPairs(text).map(({ words, isSure }) => [words, isSure])).toEqual([
    ['第一', true],
    ['“二”', true],
  ]);
});
