import { describe, expect, test } from 'vitest';
import { blocksFromLooseText, blocksFromText } from '#renderer/editor/paste/blocks-from-text.ts';
import { figure, paragraph } from '../sheet.ts';

const marks = { captionMark: '▲', creditMark: '摄影：' };

describe('plain text as blocks', () => {
  test('a paragraph for each line with words, without indents', () => {
    expect(blocksFromText('　　一\r\n\n \t\n二\r三\u2028四', marks)).toEqual(['一', '二', '三', '四'].map(paragraph));
  });

  test('a line that begins with the caption mark is a figure that waits for its picture', () => {
    expect(blocksFromText('文\n▲ 刘文检查工地\n▲', marks)).toEqual([
      paragraph('文'),
      figure('刘文检查工地'),
      paragraph('▲'),
    ]);
  });

  test('so is one with ▲ or 图1： where the bureau sets no mark itself', () => {
    const none = { captionMark: '', creditMark: '' };
    expect(blocksFromText('▲图一\n图2：图二', none)).toEqual([figure('图一'), figure('图二')]);
  });

  test('cells that tabs part are a table, unless plain words were asked for', () => {
    const rows = '　　情况：\n区域\t套数\n城东\t12';
    expect(blocksFromText(rows, marks)).toEqual(['情况：', '区域\t套数', '城东\t12'].map(paragraph));
    expect(blocksFromLooseText(rows, marks)).toMatchObject({
      blocks: [paragraph('情况：'), { type: 'table' }],
      report: { notes: [] },
    });
  });

  test('lines that a program broke are whole again, unless plain words were asked for', () => {
    const lines = [
      '3月16日，市住建局组织检查组到城东片区检查',
      '电梯，现场登记问题36处，要求物业服务企业',
      '限期整改。',
    ];
    expect(blocksFromText(lines.join('\r\n'), marks)).toEqual(lines.map(paragraph));
    expect(blocksFromLooseText(lines.join('\r\n'), marks)).toEqual({
      blocks: [paragraph(lines.join(''))],
      report: { origin: 'text', notes: [{ group: 'normalised', kind: 'line-joined', count: 2, samples: [] }] },
    });
  });

  test('nothing comes of nothing', () => {
    expect(blocksFromText(' \n　\n', marks)).toEqual([]);
  });
});
