import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runsOf } from '#shared/document/runs.ts';
import { rewriteInline } from '#shared/document/rewrite-inline.ts';
import { inlineSchema, type InlineNode } from '#shared/document/schema.ts';
import { inlineText } from '#shared/document/walk.ts';
import { arbitraryDocument } from '#tests/builders/arbitrary-document.ts';

const id = '01980000-0000-7000-8000-000000000001';
const bold = (text: string): InlineNode => ({ type: 'text', text, formats: ['bold'] });
const plain = (text: string): InlineNode => ({ type: 'text', text });

describe('words written in a plain field', () => {
  test('leave the formats of the words that stayed', () => {
    const children = [plain('市住建局'), bold('专题'), plain('会议')];
    expect(rewriteInline(children, '市住建局专题会议现场')).toEqual([
      plain('市住建局'),
      bold('专题'),
      plain('会议现场'),
    ]);
    expect(rewriteInline(children, '市住建局专项会议')).toEqual([plain('市住建局'), bold('专项'), plain('会议')]);
  });

  test('stay inside the comment mark and the link that they are written into', () => {
    const children: InlineNode[] = [
      { type: 'comment-mark', ids: [id], children: [{ type: 'text', text: '会议现场' }] },
    ];
    expect(rewriteInline(children, '会议的现场')).toEqual([
      { type: 'comment-mark', ids: [id], children: [{ type: 'text', text: '会议的现场' }] },
    ]);
  });

  test('leave a 【待核】 alone that they stand beside, and take one away that is written over', () => {
    const children: InlineNode[] = [plain('约'), { type: 'to-confirm', text: '三百人' }, plain('参加')];
    expect(rewriteInline(children, '约【待核】三百人出席')).toEqual([
      plain('约'),
      { type: 'to-confirm', text: '三百人' },
      plain('出席'),
    ]);
    expect(rewriteInline(children, '约四百人参加')).toEqual([plain('约四百人参加')]);
  });

  test('may take line breaks away and begin where there was nothing', () => {
    expect(rewriteInline([plain('上'), { type: 'linebreak' }, plain('下')], '上下')).toEqual([plain('上下')]);
    expect(rewriteInline([], '说明')).toEqual([plain('说明')]);
    expect(rewriteInline([plain('说明')], '')).toEqual([]);
  });

  test('are the words afterwards, whatever stood there', () => {
    fc.assert(
      fc.property(arbitraryDocument, fc.string({ unit: 'grapheme', maxLength: 12 }), fc.nat(), (document, text, at) => {
        for (const inlines of document.children.flatMap(runsOf)) {
          const before = inlineText(inlines);
          const cut = before.length === 0 ? 0 : at % before.length;
          const wanted = `${before.slice(0, cut)}${text}${before.slice(cut + 2)}`.toWellFormed();
          const after = rewriteInline(inlines, wanted);
          expect(inlineText(after)).toBe(wanted);
          for (const node of after) inlineSchema.parse(node);
        }
      }),
      { seed: 20261128 },
    );
  });
});
