import { describe, expect, test } from 'vitest';
import { blocksFromText } from '#renderer/editor/paste/blocks-from-text.ts';
import { figure, paragraph } from '../sheet.ts';

describe('plain text as blocks', () => {
  test('a paragraph for each line with words, without indents', () => {
    expect(blocksFromText('　　一\r\n\n \t\n二\r三\u2028四', '▲')).toEqual(['一', '二', '三', '四'].map(paragraph));
  });

  test('a line that begins with the caption mark is a figure that waits for its picture', () => {
    expect(blocksFromText('文\n▲ 刘文检查工地\n▲', '▲')).toEqual([
      paragraph('文'),
      figure('刘文检查工地'),
      paragraph('▲'),
    ]);
  });

  test('without a caption mark every line is a paragraph', () => {
    expect(blocksFromText('▲图', '')).toEqual([paragraph('▲图')]);
  });

  test('nothing comes of nothing', () => {
    expect(blocksFromText(' \n　\n', '▲')).toEqual([]);
  });
});
