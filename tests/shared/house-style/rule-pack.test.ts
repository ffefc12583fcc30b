import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { rules as words } from '#renderer/i18n/zh-Hans/rules.ts';
import { canonicalJson } from '#shared/document/canonical.ts';
import type { BlockNode, FigureNode, InlineNode } from '#shared/document/schema.ts';
import { rulePackText, rulePackVersion, runChecks } from '#shared/house-style/engine.ts';
import { ruleNames, type CheckContext } from '#shared/house-style/rule.ts';
import type { Asset } from '#shared/model/asset.ts';
import { emptyMetadata, type DraftContent } from '#shared/model/draft.ts';
import { sampleProfile } from '#tests/helpers/sample-profile.ts';

/**
 * What the rules said under each version, as one hash: their names, their words, and what they find in the draft below,
 * in which each of them has something to say. A package names the version that judged it, so the same version must
 * always have said the same. When this fails, raise `rulePackVersion` and add its hash.
 */
const pinned: Readonly<Record<string, string>> = {
  '2': '92df94cbd644ed6007161982c834f773d860f6ecd7b71bed9507fd479432d32d',
  '3': 'ffb0c4664f3ecd04254e46ff0f3fbc2d0df3e667b0f5f15b232517209b89de07',
  '4': '9c930dd82d6bf56d7f6904fcc5d44bca3bb3ab8125e9ccea0dad2cc9feffe00d',
  '5': 'f2ba3d6da68b8a168331f906c8d3261830e939409c4ca2af4070bffe9c2aa36b',
};

const [good, small, used] = ['a', 'b', 'c'].map((digit) => digit.repeat(64)) as [string, string, string];

function asset(sha256: string, width: number): Asset {
  const rendition = { sha256, width, height: 600, bytes: 1 };
  return {
    sha256,
    name: `${sha256.slice(0, 1)}.jpg`,
    type: 'image/jpeg',
    bytes: 1,
    width,
    height: 600,
    takenAt: null,
    hadLocation: false,
    hasOriginal: true,
    display: rendition,
    thumbnail: rendition,
  };
}

const text = (value: string): InlineNode => ({ type: 'text', text: value });
const paragraph = (...children: InlineNode[]): BlockNode => ({ type: 'paragraph', children });
const figure = (change: Partial<FigureNode>): FigureNode => ({
  type: 'figure',
  asset: good,
  alt: '两人看图纸',
  credit: '甲',
  children: [text('检查现场')],
  ...change,
});

const use = { draftId: 'd', headline: '《办法》解读', at: '2023-04-30T23:00:00.000Z' } as const;
const context: CheckContext = {
  profile: sampleProfile,
  assets: new Map([asset(good, 1600), asset(small, 640), asset(used, 1600)].map((one) => [one.sha256, one])),
  pictureNotes: new Map([
    [
      used,
      [
        { kind: 'same-here', figures: [1, 2] },
        { kind: 'used', use: { ...use, as: 'published', same: true } },
        { kind: 'used', use: { ...use, as: 'draft', same: true } },
        { kind: 'used', use: { ...use, as: 'package', same: false } },
      ],
    ],
  ]),
};

const wide = Array.from({ length: 14 }, () => ({ type: 'table-cell' as const, children: [text('这一列写得很长')] }));
const link = (url: string): InlineNode => ({ type: 'link', url, children: [{ type: 'text', text: '原文' }] });
const everything: DraftContent = {
  metadata: {
    ...emptyMetadata(sampleProfile),
    headline: '题'.repeat(60),
    abstract: '摘'.repeat(400),
    columnId: 'no-such-column',
    listTitle: '列'.repeat(60),
    subheadline: '测试',
    contactEmail: 'nobody',
  },
  document: {
    format: 'gaoqian-document',
    version: 1,
    children: [
      figure({ asset: null }),
      figure({ asset: small, children: [], credit: '', alt: '' }),
      figure({ asset: used, captionHidden: true }),
      figure({ children: [text('检查现场。')] }),
      { type: 'table', children: [{ type: 'table-row', children: wide }] },
      paragraph({ type: 'to-confirm', text: '数字' }, link('https://news.example.com/a'), link('javascript:alert(1)')),
      paragraph(text('乔治.布什')),
      paragraph(text('已开工， 明年完成')),
      paragraph(text('工作,建設(shè)局说好.'), text('身份证11010519491231002X，手机13800138000')),
    ],
  },
};

test('every rule has something to say of the draft', () => {
  const said = new Set(runChecks(everything, context).map(({ rule }) => rule));
  expect(ruleNames.filter((rule) => !said.has(rule))).toEqual([]);
});

test('the version goes up when the rules say anything else', () => {
  const said = canonicalJson({ ruleNames, words, findings: runChecks(everything, context) });
  const hash = createHash('sha256').update(said).digest('hex');
  expect(pinned[rulePackVersion], 'the rules changed: raise rulePackVersion, then pin this hash').toBe(hash);
  expect(rulePackText).toContain(`gaoqian-house-style ${rulePackVersion}\n`);
});
