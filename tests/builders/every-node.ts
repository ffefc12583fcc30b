import type { Document } from '#shared/document/schema.ts';
import { testId } from '#tests/fakes/counting-ids.ts';

/** A document in which every type of node stands at least once. */
export const everyNode: Document = {
  format: 'gaoqian-document',
  version: 1,
  children: [
    { type: 'heading', level: 2, children: [{ type: 'text', text: '一、部署' }] },
    {
      type: 'paragraph',
      children: [
        { type: 'text', text: '粗', formats: ['bold', 'italic'] },
        { type: 'linebreak' },
        { type: 'to-confirm', text: '数字' },
        {
          type: 'comment-mark',
          ids: [testId(1)],
          children: [{ type: 'link', url: 'https://www.gov.cn/', children: [{ type: 'text', text: '中国政府网' }] }],
        },
      ],
    },
    { type: 'paragraph', align: 'right', children: [{ type: 'text', text: '落款' }] },
    { type: 'quote', children: [{ type: 'text', text: '引语' }] },
    {
      type: 'list',
      ordered: true,
      start: 3,
      children: [
        {
          type: 'list-item',
          children: [{ type: 'text', text: '甲' }],
          nested: {
            type: 'list',
            ordered: false,
            children: [{ type: 'list-item', children: [{ type: 'text', text: '子' }] }],
          },
        },
        { type: 'list-item', children: [{ type: 'text', text: '乙' }] },
      ],
    },
    {
      type: 'table',
      children: [
        {
          type: 'table-row',
          children: [
            { type: 'table-cell', header: true, rows: 2, children: [{ type: 'text', text: '区' }] },
            { type: 'table-cell', columns: 2, children: [{ type: 'text', text: '套数' }] },
          ],
        },
        {
          type: 'table-row',
          children: [
            { type: 'table-cell', children: [{ type: 'text', text: '120' }] },
            { type: 'table-cell', children: [] },
          ],
        },
      ],
    },
    {
      type: 'figure',
      asset: 'a'.repeat(64),
      alt: '会场',
      credit: '张三',
      children: [{ type: 'text', text: '会议现场' }],
    },
    {
      type: 'figure',
      asset: 'b'.repeat(64),
      alt: '改造前',
      beside: [
        { asset: 'c'.repeat(64), alt: '改造后' },
        { asset: null, alt: '', decorative: true },
      ],
      captionHidden: true,
      credit: '',
      children: [{ type: 'text', text: '对比' }],
    },
    { type: 'horizontal-rule' },
    { type: 'boilerplate', id: 'copyright', version: 1, values: {}, text: '版权声明\n第二行' },
  ],
};
