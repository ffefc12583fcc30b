import { assert, constantFrom, property, array } from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  isConflict,
  mergeContents,
  settleMerge,
  type BlockChoice,
  type ContentMerge,
} from '#shared/document/merge/merge-content.ts';
import { mergeSequences } from '#shared/document/merge/merge-sequences.ts';
import { blockText } from '#shared/document/walk.ts';
import type { DraftContent } from '#shared/model/draft.ts';
import { contentOf } from '#tests/builders/content.ts';

const merged = (base: string[], mine: string[], theirs: string[]): ContentMerge =>
  mergeContents(contentOf('题', base), contentOf('题', mine), contentOf('题', theirs));

const conflictsIn = (merge: ContentMerge) =>
  merge.parts.filter(isConflict).map(({ mine, theirs }) => [mine.map(blockText), theirs.map(blockText)]);

const texts = ({ document }: DraftContent): string[] => document.children.map(blockText);

const settled = (merge: ContentMerge, blocks: readonly BlockChoice[] = []): string[] =>
  texts(settleMerge(merge, { blocks, fields: {} }));

const of = (headline: string, metadata: Partial<DraftContent['metadata']>) => contentOf(headline, [], metadata);

const base = ['导语。', '第二段。', '第三段。', '结尾。'];

describe('where one side changed', () => {
  test.each([
    [
      'changes',
      ['导语，我改的。', '第二段。', '第三段。', '结尾。'],
      ['导语。', '第二段。', '第三段。', '结尾，对方改的。'],
      ['导语，我改的。', '第二段。', '第三段。', '结尾，对方改的。'],
    ],
    [
      'neighbours',
      ['导语。', '第二段，我改的。', '第三段。', '结尾。'],
      ['导语。', '第二段。', '第三段，对方改的。', '结尾。'],
      ['导语。', '第二段，我改的。', '第三段，对方改的。', '结尾。'],
    ],
    [
      'additions',
      ['导语。', '我加的。', ...base.slice(1)],
      [...base, '对方加的。'],
      ['导语。', '我加的。', '第二段。', '第三段。', '结尾。', '对方加的。'],
    ],
    ['deletions', ['导语。', '第三段。', '结尾。'], ['导语。', '第二段。', '第三段。'], ['导语。', '第三段。']],
    [
      'the same change twice',
      ['导语，改。', ...base.slice(1)],
      ['导语，改。', ...base.slice(1)],
      ['导语，改。', ...base.slice(1)],
    ],
  ])('%s of both go together without a question', (_name, mine, theirs, expected) => {
    const merge = merged(base, mine, theirs);
    expect(conflictsIn(merge)).toEqual([]);
    expect(settled(merge)).toEqual(expected);
  });
});

describe('where both sides changed the same', () => {
  const merge = merged(
    base,
    ['导语。', '第二段，我改的。', '第三段。', '结尾。'],
    ['导语。', '第二段，对方改的。', '第三段。', '结尾。'],
  );

  test('a person chooses: mine, theirs or both', () => {
    expect(conflictsIn(merge)).toEqual([[['第二段，我改的。'], ['第二段，对方改的。']]]);
    expect(settled(merge)).toEqual(['导语。', '第二段，我改的。', '第三段。', '结尾。']);
    expect(settled(merge, ['theirs'])).toEqual(['导语。', '第二段，对方改的。', '第三段。', '结尾。']);
    expect(settled(merge, ['both'])).toEqual([
      '导语。',
      '第二段，我改的。',
      '第二段，对方改的。',
      '第三段。',
      '结尾。',
    ]);
  });

  test('one who deleted meets one who changed', () => {
    const meeting = merged(
      base,
      ['导语。', '第三段。', '结尾。'],
      ['导语。', '第二段，对方改的。', '第三段。', '结尾。'],
    );
    expect(conflictsIn(meeting)).toEqual([[[], ['第二段，对方改的。']]]);
    expect(settled(meeting, ['theirs'])).toEqual(['导语。', '第二段，对方改的。', '第三段。', '结尾。']);
  });
});

test('fields of the metadata are merged one by one; those that both changed are asked for', () => {
  const merge = mergeContents(
    of('原题', { abstract: '摘要', keywords: ['住建'] }),
    of('我的题', { abstract: '摘要', keywords: ['住建', '改造'] }),
    of('对方的题', { abstract: '对方的摘要', keywords: ['住建'], listTitle: '短题' }),
  );
  expect(merge.fields).toEqual([{ field: 'headline', mine: '我的题', theirs: '对方的题' }]);
  expect(merge.metadata).toMatchObject({
    headline: '我的题',
    abstract: '对方的摘要',
    keywords: ['住建', '改造'],
    listTitle: '短题',
  });
  expect(settleMerge(merge, { blocks: [], fields: { headline: 'theirs' } }).metadata.headline).toBe('对方的题');
});

test('whatever both sides did, each of their items stands in the merge or in a question, in its order', () => {
  const item = constantFrom('甲', '乙', '丙', '丁', '戊', '己');
  const items = array(item, { maxLength: 8 });
  assert(
    property(items, items, items, (old, mine, theirs) => {
      const stretches = mergeSequences(old, mine, theirs);
      expect(stretches.flatMap((stretch) => mine.slice(...stretch.mine))).toEqual(mine);
      expect(stretches.flatMap((stretch) => theirs.slice(...stretch.theirs))).toEqual(theirs);
      expect(stretches.flatMap((stretch) => old.slice(...stretch.base))).toEqual(old);
      for (const { base: was, mine: here, theirs: there, taken } of stretches) {
        const [b, m, t] = [old.slice(...was), mine.slice(...here), theirs.slice(...there)].map(String);
        if (taken === 'mine') expect(m === t || t === b).toBe(true);
        if (taken === 'theirs') expect(m).toBe(b);
      }
    }),
    { numRuns: 2000, seed: 20261128 },
  );
});
