import { expect, test } from 'vitest';
import {
  altFromCaption,
  changeCaption,
  changeCredit,
  changePictures,
  pictureRows,
} from '#shared/document/picture-rows.ts';
import { documentSchema, type Document, type FigureNode } from '#shared/document/schema.ts';

const [a, b, c] = ['a', 'b', 'c'].map((digit) => digit.repeat(64)) as [string, string, string];

function figure(caption: string, more: Partial<FigureNode> = {}): FigureNode {
  const children = caption === '' ? [] : [{ type: 'text' as const, text: caption }];
  return { type: 'figure', asset: a, alt: '', credit: '', children, ...more };
}

const document: Document = {
  format: 'gaoqian-document',
  version: 1,
  children: [
    { type: 'paragraph', children: [] },
    figure('会议现场', { credit: '甲' }),
    figure('', {
      asset: null,
      beside: [
        { asset: b, alt: '横幅' },
        { asset: c, alt: '', decorative: true },
      ],
    }),
  ],
};

const figureAt = (changed: Document, block: number) => changed.children[block] as FigureNode;

test('every picture has a row, those of a group share a number', () => {
  expect(pictureRows(document).map(({ block, index, number, count }) => [block, index, number, count])).toEqual([
    [1, 0, 1, 1],
    [2, 0, 2, 3],
    [2, 1, 2, 3],
    [2, 2, 2, 3],
  ]);
});

test('a picture of a group is changed by itself', () => {
  const changed = changePictures(document, [{ block: 2, index: 2 }], { alt: '会徽', decorative: false });
  documentSchema.parse(changed);
  expect(figureAt(changed, 2).beside).toEqual([
    { asset: b, alt: '横幅' },
    { asset: c, alt: '会徽' },
  ]);
  expect(changed.children.slice(0, 2)).toEqual(document.children.slice(0, 2));
  const first = changePictures(document, [{ block: 2, index: 0 }], { asset: c, decorative: true });
  expect(figureAt(first, 2)).toMatchObject({ asset: c, decorative: true, beside: figureAt(document, 2).beside });
  const back = changePictures(first, [{ block: 2, index: 0 }], { asset: null, decorative: false });
  expect(back).toEqual(document);
});

test('one credit for all that are chosen', () => {
  const places = pictureRows(document);
  expect(pictureRows(changeCredit(document, places, '通讯员乙')).map((row) => row.credit)).toEqual(
    places.map(() => '通讯员乙'),
  );
});

test('a caption is rewritten, an empty one begun', () => {
  const changed = changeCaption(document, [{ block: 2, index: 0 }], '三处工地');
  documentSchema.parse(changed);
  expect(pictureRows(changed).map((row) => row.caption)).toEqual(['会议现场', '三处工地', '三处工地', '三处工地']);
});

test('captions become alternative texts only where there is none and one is wanted', () => {
  const captioned = changeCaption(document, [{ block: 2, index: 0 }], '三处\n工地');
  const filled = altFromCaption(captioned, pictureRows(captioned));
  expect(pictureRows(filled).map((row) => row.picture.alt)).toEqual(['会议现场', '三处 工地', '横幅', '']);
});
