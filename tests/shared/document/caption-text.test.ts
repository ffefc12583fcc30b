import { describe, expect, test } from 'vitest';
import { captionLine, captionParts, figureOfLine, figureWithLine } from '#shared/document/caption-text.ts';
import { creditLine } from '#shared/document/credit-text.ts';
import type { FigureNode, InlineNode } from '#shared/document/schema.ts';
import { inlineText } from '#shared/document/walk.ts';

const marks = { captionMark: '▲', creditMark: '摄影：' };
const words = (text: string): InlineNode[] => (text === '' ? [] : [{ type: 'text', text }]);

function partsOf(text: string): readonly [lead: string, caption: string, credit: string] {
  const { lead, caption, credit } = captionParts(words(text), marks);
  return [lead, inlineText(caption), credit];
}

describe('words that are a caption', () => {
  test.each([
    // Marks and numbers before the words.
    ['▲市住建局检查在建工地', '▲', '市住建局检查在建工地', ''],
    ['　　▲ 市住建局检查在建工地', '▲', '市住建局检查在建工地', ''],
    ['△检查组查看电梯机房', '△', '检查组查看电梯机房', ''],
    ['▼改造后的小区', '▼', '改造后的小区', ''],
    ['◆老旧小区改造现场', '◆', '老旧小区改造现场', ''],
    ['图1 会议现场', '图1', '会议现场', ''],
    ['图 1：会议现场', '图1', '会议现场', ''],
    ['图１：会议现场', '图１', '会议现场', ''],
    ['图1:会议现场', '图1', '会议现场', ''],
    ['图1、会议现场', '图1', '会议现场', ''],
    ['图1.会议现场', '图1', '会议现场', ''],
    ['图1会议现场', '图1', '会议现场', ''],
    ['图①检查现场', '图①', '检查现场', ''],
    ['图一：会议现场', '图一', '会议现场', ''],
    ['图十二 会议现场', '图十二', '会议现场', ''],
    ['（图1）会议现场', '图1', '会议现场', ''],
    ['(图2)志愿者搬运物资', '图2', '志愿者搬运物资', ''],
    ['图1-2 改造前后对比', '图1-2', '改造前后对比', ''],
    ['图1.2 改造前后对比', '图1.2', '改造前后对比', ''],
    ['附图3：规划范围', '附图3', '规划范围', ''],
    ['照片2 施工现场', '照片2', '施工现场', ''],
    ['▲图1：会议现场', '▲图1', '会议现场', ''],
    ['▲摄影：张三', '▲', '', '张三'],
    ['圖2：會議現場', '圖2', '會議現場', ''],
    // Credits behind them.
    ['会议现场（摄影：张三）', '', '会议现场', '张三'],
    ['会议现场 （摄影：张 三） ', '', '会议现场', '张三'],
    ['会议现场(摄影/张三)', '', '会议现场', '张三'],
    ['会议现场（张三 摄）', '', '会议现场', '张三'],
    ['会议现场（张三摄）', '', '会议现场', '张三'],
    ['会议现场（张　三　摄）', '', '会议现场', '张三'],
    ['会议现场（张三/摄）', '', '会议现场', '张三'],
    ['会议现场（张三、李四 摄）', '', '会议现场', '张三、李四'],
    ['会议现场（本报记者 张三 摄）', '', '会议现场', '本报记者 张三'],
    ['会议现场（新华社记者张三摄）', '', '会议现场', '新华社记者张三'],
    ['会议现场（欧阳修远 摄）', '', '会议现场', '欧阳修远'],
    ['会议现场（图/张三）', '', '会议现场', '张三'],
    ['会议现场（张三/图）', '', '会议现场', '张三'],
    ['会议现场（攝影：張三）', '', '会议现场', '張三'],
    ['会议现场 张三/摄', '', '会议现场', '张三'],
    ['会议现场 张三 摄', '', '会议现场', '张三'],
    ['会议现场 张三摄', '', '会议现场', '张三'],
    ['会议现场。张三摄', '', '会议现场。', '张三'],
    ['会议现场，张三 摄', '', '会议现场', '张三'],
    ['会议现场 摄影 张三', '', '会议现场', '张三'],
    ['会议现场 摄影：张三', '', '会议现场', '张三'],
    ['会议现场。摄影：张三', '', '会议现场。', '张三'],
    ['会议现场　本报记者 张三 摄', '', '会议现场', '本报记者 张三'],
    ['会议现场 本报记者 张三 通讯员 李四 摄', '', '会议现场', '本报记者 张三 通讯员 李四'],
    ['会议现场（摄影：张三）。', '', '会议现场。', '张三'],
    ['会议现场。（张三 摄）', '', '会议现场。', '张三'],
    // Who gave a picture did not take it.
    ['会议现场（供图：区住建局）', '', '会议现场', '区住建局供图'],
    ['会议现场（区住建局供图）', '', '会议现场', '区住建局供图'],
    ['会议现场（通讯员 李四 供图）', '', '会议现场', '通讯员 李四供图'],
    ['会议现场 通讯员 李四 供图', '', '会议现场', '通讯员 李四供图'],
    ['会议现场 区住建局供图', '', '会议现场', '区住建局供图'],
    ['会议现场（图片由江门日报社提供）', '', '会议现场', '江门日报社供图'],
    ['会议现场 图片来源：新华社', '', '会议现场', '图片来源：新华社'],
    ['会议现场（图片来源：视觉中国）', '', '会议现场', '图片来源：视觉中国'],
    ['会议现场（资料图片）', '', '会议现场', '资料图片'],
    // Both at once.
    ['▲图2：志愿者在社区值守（摄影：李明）', '▲图2', '志愿者在社区值守', '李明'],
    ['（摄影：张三）', '', '', '张三'],
    ['▲', '▲', '', ''],
  ])('%s', (text, lead, caption, credit) => {
    expect(partsOf(text)).toEqual([lead, caption, credit]);
  });
});

describe('words of a caption that only look like a mark or a credit stay', () => {
  test.each([
    '会议现场',
    '',
    '图1',
    '图一\n二',
    '（图1）',
    '图1为会议现场，图2为签约仪式',
    '图1中左一为局长',
    '图1、图2 改造前后',
    '图1和图2分别为改造前后',
    '图1号楼外立面',
    '图2022年新建的公园',
    '图书馆新馆开放',
    '图一乐也是一种态度',
    '图为检查组查看现场',
    '图表1之外的数据',
    '地图1比1000',
    '该照片拍摄于2022年3月',
    '会议现场（拍摄于2022年3月）',
    '会议现场（2022年3月16日摄）',
    '会议现场（摄于新会区）',
    '会议现场（无人机航拍）',
    '会议现场（无人机摄）',
    '小区全景 无人机摄',
    '小区全景 手机拍摄',
    '会议现场张三摄像',
    '会议现场（张三摄像）',
    '会议现场（左一为张三）',
    '会议现场（左图）',
    '改造前（上）、改造后（下）',
    '市民热爱摄影',
    '全市第三届摄影比赛颁奖',
    '摄影爱好者在古桥采风',
    '古桥风光吸引了不少人来摄影',
    '这张照片由张三拍摄',
    '夜间施工抓拍',
    '安居房效果图',
    '某小区规划图（局部）',
    '房源（由市住建局提供）',
    '会议现场 张三 李四 摄',
    '市领导（左二）现场督导',
  ])('%s', (text) => {
    expect(partsOf(text)).toEqual(['', text, '']);
  });
});

describe('a line of running text', () => {
  test.each([
    ['▲会议现场', '会议现场'],
    ['△ 会议现场', '会议现场'],
    ['图1：会议现场', '会议现场'],
    ['图2 会议现场（张三 摄）', '会议现场'],
    ['（图3）会议现场', '会议现场'],
  ])('%s is a caption wherever it stands', (text, caption) => {
    expect(inlineText(captionLine(words(text), marks, false)?.caption ?? [])).toBe(caption);
  });

  test.each([
    ['图为检查组查看现场', '图为检查组查看现场', ''],
    ['（图为检查组查看现场）', '（图为检查组查看现场）', ''],
    ['上图：改造前的小区', '上图：改造前的小区', ''],
    ['检查组查看现场（张三 摄）', '检查组查看现场', '张三'],
    ['图1检查组查看现场', '检查组查看现场', ''],
    ['◆检查组查看现场', '检查组查看现场', ''],
    ['摄影：张三', '', '张三'],
    ['（区住建局供图）', '', '区住建局供图'],
  ])('%s is a caption behind a picture, and none elsewhere', (text, caption, credit) => {
    const parts = captionLine(words(text), marks, true);
    expect([inlineText(parts?.caption ?? []), parts?.credit]).toEqual([caption, credit]);
    expect(captionLine(words(text), marks, false)).toBeUndefined();
  });

  test.each([
    '3月16日，市住建局召开会议。',
    '图1所示的房源已全部交付。',
    '图书馆旁的老旧小区改造完成。',
    '▲',
    '◆',
    '',
    `图1 ${'会议要求各单位压实责任，'.repeat(12)}`,
    `${'会议要求各单位压实责任，'.repeat(20)}（张三 摄）`,
  ])('%s is text, behind a picture too', (text) => {
    expect(captionLine(words(text), marks, true)).toBeUndefined();
    expect(captionLine(words(text), marks, false)).toBeUndefined();
  });
});

describe('what stands in the words', () => {
  test('formats, links, 【待核】 and line breaks stay', () => {
    const line: InlineNode[] = [
      { type: 'text', text: '▲ ' },
      { type: 'text', text: '局长', formats: ['bold'] },
      { type: 'link', url: 'https://www.gov.cn/', children: [{ type: 'text', text: '调研' }] },
      { type: 'to-confirm', text: '三' },
      { type: 'linebreak' },
      { type: 'text', text: '个项目（张三 ' },
      { type: 'text', text: '摄', formats: ['italic'] },
      { type: 'text', text: '）' },
    ];
    expect(captionParts(line, marks)).toEqual({
      lead: '▲',
      caption: [
        { type: 'text', text: '局长', formats: ['bold'] },
        { type: 'link', url: 'https://www.gov.cn/', children: [{ type: 'text', text: '调研' }] },
        { type: 'to-confirm', text: '三' },
        { type: 'linebreak' },
        { type: 'text', text: '个项目' },
      ],
      credit: '张三',
    });
  });

  test('a credit that somebody still has to verify, or that is linked, stays in the caption', () => {
    const verify: InlineNode[] = [
      { type: 'text', text: '现场（' },
      { type: 'to-confirm', text: '张三' },
      { type: 'text', text: ' 摄）' },
    ];
    const linked: InlineNode[] = [
      { type: 'text', text: '现场（' },
      { type: 'link', url: 'https://www.gov.cn/', children: [{ type: 'text', text: '张三' }] },
      { type: 'text', text: ' 摄）' },
    ];
    for (const line of [verify, linked])
      expect(captionParts(line, marks)).toEqual({ lead: '', caption: line, credit: '' });
  });

  test('the marks of another bureau count, also without any', () => {
    expect(captionLine(words('★现场（镜头：张三）'), { captionMark: '★', creditMark: '镜头：' }, false)).toEqual({
      lead: '★',
      caption: words('现场'),
      credit: '张三',
    });
    expect(captionParts(words('★现场（张三 摄）'), { captionMark: '', creditMark: '' })).toEqual({
      lead: '',
      caption: words('★现场'),
      credit: '张三',
    });
  });
});

describe('the line after a figure', () => {
  const bare: FigureNode = { type: 'figure', asset: null, alt: '', credit: '', children: [] };

  test('is its caption, then its credit, then text', () => {
    const captioned = figureWithLine(bare, words('图为会议现场'), marks);
    expect(captioned).toEqual({ ...bare, children: words('图为会议现场') });
    const credited = captioned && figureWithLine(captioned, words('摄影：张三'), marks);
    expect(credited).toEqual({ ...bare, children: words('图为会议现场'), credit: '张三' });
    expect(credited && figureWithLine(credited, words('▲下一张'), marks)).toBeUndefined();
    expect(figureWithLine(bare, words('会议强调，要压实责任。'), marks)).toBeUndefined();
  });

  test('without a figure before it waits for its picture when it says so itself', () => {
    expect(figureOfLine(words('▲会议现场（张三 摄）'), marks)).toEqual({
      ...bare,
      children: words('会议现场'),
      credit: '张三',
    });
    expect(figureOfLine(words('会议现场（张三 摄）'), marks)).toBeUndefined();
  });
});

test('a line as long as a book is read at once', () => {
  expect(partsOf(`${'　 ('.repeat(200_000)}（张三 摄）`)[2]).toBe('张三');
});

test('a credit that says what somebody did is shown without the mark', () => {
  expect(creditLine('张三', '摄影：')).toBe('摄影：张三');
  expect(creditLine('区住建局供图', '摄影：')).toBe('区住建局供图');
  expect(creditLine('图片来源：新华社', '摄影：')).toBe('图片来源：新华社');
  expect(creditLine('资料图片', '摄影：')).toBe('资料图片');
  expect(creditLine('', '摄影：')).toBe('');
});
