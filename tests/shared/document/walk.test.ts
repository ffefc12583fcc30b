import { describe, expect, test } from 'vitest';
import type { BlockNode } from '#shared/document/schema.ts';
import { blockText, figuresOf, walk } from '#shared/document/walk.ts';
import { contentOf, paragraph } from '#tests/builders/content.ts';
import { testId } from '#tests/fakes/counting-ids.ts';

const blocks: BlockNode[] = [
  { type: 'heading', level: 2, children: [{ type: 'text', text: '进展' }] },
  {
    type: 'paragraph',
    children: [
      { type: 'comment-mark', ids: [testId(1)], children: [{ type: 'text', text: '甲' }, { type: 'linebreak' }] },
      { type: 'link', url: 'https://a.cn/', children: [{ type: 'to-confirm', text: '乙' }] },
    ],
  },
  {
    type: 'list',
    ordered: true,
    children: [
      {
        type: 'list-item',
        children: [{ type: 'text', text: '一' }],
        nested: {
          type: 'list',
          ordered: false,
          children: [{ type: 'list-item', children: [{ type: 'text', text: '二' }] }],
        },
      },
      { type: 'list-item', children: [{ type: 'text', text: '三' }] },
    ],
  },
  { type: 'figure', asset: null, alt: '脚手架', credit: '', children: [{ type: 'text', text: '工地' }] },
  { type: 'boilerplate', id: 'contact', version: 1, values: {}, text: '联系方式：略' },
  { type: 'horizontal-rule' },
];

describe('a document', () => {
  test('is walked in reading order, each node once', () => {
    expect([...walk(contentOf('题', blocks).document)].map((node) => node.type)).toEqual([
      'heading',
      'text',
      'paragraph',
      'comment-mark',
      'text',
      'linebreak',
      'link',
      'to-confirm',
      'list',
      'list-item',
      'text',
      'list',
      'list-item',
      'text',
      'list-item',
      'text',
      'figure',
      'text',
      'boilerplate',
      'horizontal-rule',
    ]);
  });

  test('reads block by block as its reader sees it', () => {
    expect(blocks.map(blockText)).toEqual(['进展', '甲\n【待核】乙', '一\n二\n三', '工地', '联系方式：略', '']);
    expect(blockText(paragraph(''))).toBe('');
  });

  test('names its figures in order', () => {
    const second = { ...blocks[3], alt: '竣工' } as BlockNode;
    const { document } = contentOf('题', [...blocks, second]);
    expect(figuresOf(document).map((figure) => figure.alt)).toEqual(['脚手架', '竣工']);
  });
});
