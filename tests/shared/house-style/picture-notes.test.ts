import { expect, test } from 'vitest';
import { pictureNotes } from '#shared/house-style/picture-notes.ts';
import type { Document, FigureNode } from '#shared/document/schema.ts';
import type { PictureUse } from '#shared/model/picture-uses.ts';

const [a, b, c] = ['a', 'b', 'c'].map((digit) => digit.repeat(64)) as [string, string, string];
const figure = (asset: string | null, beside: readonly string[] = []): FigureNode => ({
  type: 'figure',
  asset,
  alt: '',
  credit: '',
  children: [],
  ...(beside.length > 0 ? { beside: beside.map((other) => ({ asset: other, alt: '' })) } : {}),
});
const document: Document = {
  format: 'gaoqian-document',
  version: 1,
  children: [figure(a), { type: 'paragraph', children: [] }, figure(null), figure(b, [c]), figure(a)],
};
const use: PictureUse = { draftId: 'd', headline: '旧稿', as: 'published', at: '2023-05-04T00:00:00.000Z', same: true };

test('a picture that stands twice, one that looks like another, and one that was used elsewhere are told', () => {
  const notes = pictureNotes(document, [
    { asset: a, uses: [], alike: [c] },
    { asset: b, uses: [use], alike: [] },
    { asset: c, uses: [], alike: [a] },
  ]);
  expect(notes.get(a)).toEqual([
    { kind: 'same-here', figures: [1, 4] },
    { kind: 'alike-here', figures: [3] },
  ]);
  expect(notes.get(b)).toEqual([{ kind: 'used', use }]);
  expect(notes.get(c)).toEqual([{ kind: 'alike-here', figures: [1, 4] }]);
});

test('answers about pictures that were taken out meanwhile are left out', () => {
  const notes = pictureNotes({ ...document, children: [figure(b)] }, [
    { asset: a, uses: [use], alike: [b] },
    { asset: b, uses: [], alike: [a] },
  ]);
  expect(notes).toEqual(new Map());
});
