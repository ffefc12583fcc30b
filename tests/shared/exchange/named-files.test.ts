import { expect, test } from 'vitest';
import { namedFiles } from '#shared/exchange/named-files.ts';
import type { BlockNode } from '#shared/document/schema.ts';
import { contentOf } from '#tests/builders/content.ts';
import { testId } from '#tests/fakes/counting-ids.ts';

const hash = (digit: string) => digit.repeat(64);
const figure = (asset: string | null, ...beside: string[]): BlockNode => ({
  type: 'figure',
  asset,
  alt: '',
  credit: '',
  children: [],
  ...(beside.length > 0 ? { beside: beside.map((sha256) => ({ asset: sha256, alt: '' })) } : {}),
});
const pdf = { sha256: hash('d'), title: '名单', type: 'pdf', bytes: 1 } as const;

test('the files of a draft are named once each, with the figure that shows them now', () => {
  const newest = contentOf('今天的题', [figure(null), figure(hash('a'), hash('b'))], { attachments: [pdf] });
  const before = contentOf('昨天的题', [figure(hash('c')), figure(hash('a'))], { attachments: [pdf] });
  const common = { draftId: testId(1), headline: '今天的题', name: '' };
  expect(namedFiles(testId(1), newest, [before])).toEqual([
    { ...common, kind: 'picture', sha256: hash('a'), figure: 2 },
    { ...common, kind: 'picture', sha256: hash('b'), figure: 2 },
    { ...common, kind: 'attachment', sha256: hash('d'), figure: null, name: '名单.pdf' },
    { ...common, kind: 'picture', sha256: hash('c'), figure: null },
  ]);
});
