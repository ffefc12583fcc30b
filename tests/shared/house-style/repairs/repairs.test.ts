import { expect, test } from 'vitest';
import { scriptConverter } from '#main/publishing/import/script.ts';
import type { BlockNode, InlineNode } from '#shared/document/schema.ts';
import { blockText } from '#shared/document/walk.ts';
import { applyRepairs } from '#shared/house-style/repairs/apply-repairs.ts';
import { findRepairs } from '#shared/house-style/repairs/find-repairs.ts';
import { repairPieces } from '#shared/house-style/repairs/repair-pieces.ts';
import { emptyContent, type DraftContent } from '#shared/model/draft.ts';
import { countRepairs } from '#shared/model/repair.ts';
import { testId } from '#tests/fakes/counting-ids.ts';
import { sampleProfile } from '#tests/helpers/sample-profile.ts';

function draft(blocks: BlockNode[], headline = ''): DraftContent {
  const empty = emptyContent(sampleProfile);
  return { metadata: { ...empty.metadata, headline }, document: { ...empty.document, children: blocks } };
}
const paragraph = (...children: InlineNode[]): BlockNode => ({ type: 'paragraph', children });
const words = (text: string): InlineNode => ({ type: 'text', text });
const find = (content: DraftContent) => findRepairs(content, scriptConverter);

const damaged = draft(
  [paragraph(words('市住建局設(shè)備檢(jiǎn)查組(zǔ),到場。')), paragraph(words('郵箱:[email protected],收件人陳工'))],
  '關(guān)于電梯檢(jiǎn)查',
);

test('every kind is found, in the headline too, and all of them together leave nothing to find', () => {
  const places = find(damaged);
  expect(countRepairs(places)).toEqual([
    { kind: 'pinyin-residue', count: 5 },
    { kind: 'traditional', count: expect.any(Number) as number },
    { kind: 'punctuation', count: 3 },
    { kind: 'lost-email', count: 1 },
  ]);
  const repaired = applyRepairs(damaged, places);
  expect(repaired.metadata.headline).toBe('关于电梯检查');
  expect(repaired.document.children.map(blockText)).toEqual([
    '市住建局设备检查组，到场。',
    '邮箱：【待核】电子邮箱，收件人陈工',
  ]);
  expect(find(repaired)).toEqual([]);
});

const only = (kind: string) =>
  applyRepairs(
    damaged,
    find(damaged).filter((place) => place.kind === kind),
  );

test('each kind can be made without the others: a comma behind a residue is a comma all the same', () => {
  expect(only('punctuation').document.children.map(blockText)[0]).toBe('市住建局設(shè)備檢(jiǎn)查組(zǔ)，到場。');
  expect(only('pinyin-residue').document.children.map(blockText)[0]).toBe('市住建局設備檢查組,到場。');
  expect(only('traditional').document.children.map(blockText)[0]).toBe('市住建局设(shè)备检(jiǎn)查组(zǔ),到场。');
});

test('formats, links and comment marks stay where they were', () => {
  const content = draft([
    paragraph(
      words('設(sh'),
      { type: 'text', text: 'è)備', formats: ['bold'] },
      { type: 'comment-mark', ids: [testId(1)], children: [{ type: 'text', text: '見組(zǔ),' }] },
      { type: 'link', url: 'https://a.gov.cn/', children: [{ type: 'text', text: '網(wǎng)址' }] },
    ),
  ]);
  expect(applyRepairs(content, find(content)).document.children).toEqual([
    paragraph(
      words('设'),
      { type: 'text', text: '备', formats: ['bold'] },
      { type: 'comment-mark', ids: [testId(1)], children: [{ type: 'text', text: '见组，' }] },
      { type: 'link', url: 'https://a.gov.cn/', children: [{ type: 'text', text: '网址' }] },
    ),
  ]);
});

test('the link that a filter put in the place of an address goes with it, also inside a comment mark', () => {
  const link: InlineNode = {
    type: 'link',
    url: 'https://a.gov.cn/cdn-cgi/l/email-protection',
    children: [{ type: 'text', text: '[email protected]' }],
  };
  const confirm: InlineNode = { type: 'to-confirm', text: '电子邮箱' };
  const plain = draft([paragraph(words('邮箱：'), link, words('，电话：1'))]);
  expect(applyRepairs(plain, find(plain)).document.children).toEqual([
    paragraph(words('邮箱：'), confirm, words('，电话：1')),
  ]);
  const marked = draft([
    paragraph({ type: 'comment-mark', ids: [testId(1)], children: [words('邮箱：') as never, link] }),
  ]);
  expect(applyRepairs(marked, find(marked)).document.children).toEqual([
    paragraph({ type: 'comment-mark', ids: [testId(1)], children: [words('邮箱：') as never, confirm] }),
  ]);
});

test('a Traditional name in a Simplified text is a name', () => {
  const content = draft([paragraph(words('本局邀请台湾同胞陳先生参观，介绍了房屋安全管理的经验和做法。'))]);
  expect(find(content)).toEqual([]);
});

test('words that changed after they were judged are left alone', () => {
  const places = find(damaged);
  const changed = draft([paragraph(words('改過(guò)的話')), ...damaged.document.children.slice(1)]);
  expect(applyRepairs(changed, places).document.children.map(blockText)).toEqual([
    '改過(guò)的話',
    '邮箱：【待核】电子邮箱，收件人陈工',
  ]);
});

test('table cells, captions, alternative texts and credits are repaired; standing texts are not', () => {
  const standing: BlockNode = { type: 'boilerplate', id: 'a', version: 1, values: {}, text: '設(shè)局' };
  const content = draft([
    {
      type: 'table',
      children: [{ type: 'table-row', children: [{ type: 'table-cell', children: [words('檢(jiǎn)查')] }] }],
    },
    { type: 'figure', asset: null, alt: '現(xiàn)場', credit: '陳(chén)工', children: [words('組(zǔ)長')] },
    standing,
  ]);
  expect(applyRepairs(content, find(content)).document.children).toEqual([
    {
      type: 'table',
      children: [{ type: 'table-row', children: [{ type: 'table-cell', children: [words('检查')] }] }],
    },
    { type: 'figure', asset: null, alt: '现场', credit: '陈工', children: [words('组长')] },
    standing,
  ]);
});

test('a repair is shown with the words around it; characters that change are shown as their whole words', () => {
  const text = '各有關部門要按照市委市政府的統一部署和要求認真做好電梯設備的檢查工作。';
  const [place] = find(draft([paragraph(words(text))]));
  const pieces = place ? repairPieces(place) : [];
  expect(
    pieces
      .filter(({ kind }) => kind !== 'new' && kind !== 'gap')
      .map((piece) => piece.text)
      .join(''),
  ).toContain('部門');
  expect(pieces).toContainEqual({ kind: 'old', text: expect.stringContaining('電梯') as string });
  const told = pieces.map(({ kind, text: shown }) => (kind === 'old' ? '' : shown)).join('');
  expect(told).toContain('电梯');
  const [residue] = find(draft([paragraph(words('局里的同志昨天上午到现场查看设(shè)备。'))]));
  expect(residue && repairPieces(residue)).toEqual([
    { kind: 'gap', text: '' },
    { kind: 'same', text: '昨天上午到现场查看设' },
    { kind: 'old', text: '(shè)' },
    { kind: 'same', text: '备。' },
  ]);
});
