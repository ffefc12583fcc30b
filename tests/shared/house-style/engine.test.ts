import { describe, expect, test } from 'vitest';
import { documentVersion, type BlockNode, type FigureNode } from '#shared/document/schema.ts';
import { blockText } from '#shared/document/walk.ts';
import { checkEngine, runChecks } from '#shared/house-style/engine.ts';
import type { CheckContext } from '#shared/house-style/rule.ts';
import type { Asset } from '#shared/model/asset.ts';
import { makeBoilerplate } from '#shared/model/boilerplate.ts';
import { emptyMetadata, type DraftContent, type DraftMetadata } from '#shared/model/draft.ts';
import { findingSchema, type Finding } from '#shared/model/finding.ts';
import { sampleProfile } from '#tests/helpers/sample-profile.ts';

const sha256 = 'a'.repeat(64);
const rendition = { sha256, width: 1600, height: 1067, bytes: 1000 };
const asset: Asset = {
  sha256,
  name: '现场.jpg',
  type: 'image/jpeg',
  bytes: 2000,
  width: 3000,
  height: 2000,
  takenAt: null,
  hadLocation: false,
  hasOriginal: true,
  display: rendition,
  thumbnail: rendition,
};
const context: CheckContext = { profile: sampleProfile, assets: new Map([[sha256, asset]]) };

const metadata: DraftMetadata = {
  ...emptyMetadata(sampleProfile),
  headline: '市住建局开展检查',
  columnId: 'work-news',
  authors: ['甲'],
  keywords: ['检查'],
  abstract: '市住建局开展检查。',
};

function draft(blocks: readonly BlockNode[], change: Partial<DraftMetadata> = {}): DraftContent {
  return {
    metadata: { ...metadata, ...change },
    document: { format: 'gaoqian-document', version: documentVersion, children: [...blocks] },
  };
}

function paragraph(text: string): BlockNode {
  return { type: 'paragraph', children: [{ type: 'text', text }] };
}

function figure(change: Partial<FigureNode> = {}): FigureNode {
  const children = [{ type: 'text' as const, text: '检查现场' }];
  return { type: 'figure', asset: sha256, alt: '两人看图纸', credit: '甲', children, ...change };
}

function check(blocks: readonly BlockNode[], change?: Partial<DraftMetadata>, where = context): readonly Finding[] {
  const content = draft(blocks, change);
  const findings = runChecks(content, where);
  for (const finding of findings) findingSchema.parse(finding);
  expect(new Set(findings.map((finding) => finding.id)).size, 'ids are unique').toBe(findings.length);
  return findings;
}

/** A link in the second item of a list. */
function linkInList(url: string): BlockNode {
  return {
    type: 'list',
    ordered: false,
    children: [
      { type: 'list-item', children: [{ type: 'text', text: '一' }] },
      {
        type: 'list-item',
        children: [
          { type: 'text', text: '见' },
          { type: 'link', url, children: [{ type: 'text', text: '原文' }] },
        ],
      },
    ],
  };
}

/** `rule severity` of each finding. */
function summary(findings: readonly Finding[]): readonly string[] {
  return findings.map((finding) => `${finding.rule} ${finding.severity}`);
}

/** The words that a finding underlines. */
function underlined(block: BlockNode, finding: Finding | undefined): string {
  return finding?.place.kind === 'block' ? blockText(block).slice(finding.place.start, finding.place.end) : '';
}

test('a complete draft has no findings', () => {
  expect(check([paragraph('3月16日，检查8处。'), figure()])).toEqual([]);
});

describe('metadata', () => {
  test('what the page tags require is an error, what they advise a warning', () => {
    const empty = { headline: ' ', columnId: '', contentSource: '', authors: [], keywords: [], abstract: '' };
    expect(check([], empty).map(({ severity, place }) => [severity, place])).toEqual([
      ['error', { kind: 'metadata', field: 'headline' }],
      ['error', { kind: 'metadata', field: 'columnId' }],
      ['error', { kind: 'metadata', field: 'contentSource' }],
      ['warning', { kind: 'metadata', field: 'authors' }],
      ['warning', { kind: 'metadata', field: 'keywords' }],
      ['warning', { kind: 'metadata', field: 'abstract' }],
    ]);
    expect(summary(check([], { columnId: 'gone' }))).toEqual(['metadata-required error']);
  });

  test('a reprint names its source', () => {
    const origin = { kind: 'reprint', source: '', url: '' } as const;
    expect(check([], { origin })[0]?.place).toEqual({ kind: 'metadata', field: 'origin' });
    expect(check([], { origin: { ...origin, source: '新华社' } })).toEqual([]);
  });

  test('values that programs leave behind are wrong', () => {
    expect(summary(check([], { contentSource: 'null' }))).toEqual(['metadata-value error']);
    expect(summary(check([], { authors: ['甲', '无'] }))).toEqual(['metadata-value error']);
    expect(check([], { headline: '测试' })[0]?.params).toEqual({ field: 'headline', text: '测试' });
  });

  test('headline, list title and abstract keep to the limits of the profile', () => {
    expect(check([], { headline: '题'.repeat(30) })).toEqual([]);
    expect(check([], { headline: '题'.repeat(31) })[0]).toMatchObject({
      rule: 'headline-length',
      severity: 'warning',
      params: { count: 31, limit: 30 },
    });
    expect(summary(check([], { abstract: '摘'.repeat(201) }))).toEqual(['abstract-length warning']);
    expect(summary(check([], { listTitle: '短'.repeat(20) }))).toEqual([]);
    expect(summary(check([], { listTitle: '短'.repeat(21) }))).toEqual(['list-title-length warning']);
    // A run of Latin letters or digits counts as one, as the counter at the field shows.
    expect(summary(check([], { headline: `${'题'.repeat(29)}2026` }))).toEqual([]);
  });

  test('the text rules hold for it too', () => {
    expect(summary(check([], { headline: '建設(shè)局,好' }))).toEqual([
      'pinyin-residue error',
      'half-width-punctuation warning',
    ]);
    expect(summary(check([], { abstract: '待定【待核】人数' }))).toEqual(['to-confirm error']);
    expect(summary(check([], { abstract: '11010519491231002X' }))).toEqual(['id-number error']);
    expect(summary(check([], { contactPhone: '13800138000' }))).toEqual([]);
  });
});

describe('figures', () => {
  test('need picture, caption, credit and alternative text', () => {
    expect(summary(check([figure({ asset: null, alt: '', credit: '', children: [] })]))).toEqual([
      'picture-missing error',
      'caption-missing error',
      'credit-missing warning',
      'alt-missing error',
    ]);
  });

  test('a picture that this machine does not know is missing too', () => {
    expect(summary(check([figure({ asset: 'b'.repeat(64) })]))).toEqual(['picture-missing error']);
  });

  test('a hidden caption is told, also when it is empty', () => {
    expect(summary(check([figure({ captionHidden: true })]))).toEqual(['caption-hidden warning']);
    expect(summary(check([figure({ captionHidden: true, children: [] })]))).toEqual(['caption-hidden warning']);
  });

  test('the caption can serve as alternative text; a decorative picture needs none', () => {
    expect(check([figure({ alt: '' })])[0]?.fix).toEqual({ kind: 'alt-from-caption' });
    expect(check([figure({ alt: '', children: [] })]).find((finding) => finding.rule === 'alt-missing')?.fix).toBe(
      undefined,
    );
    expect(check([figure({ alt: '', decorative: true })])).toEqual([]);
  });

  test('a narrow picture is warned about, a phrase with a full stop hinted at', () => {
    const narrow = { ...context, assets: new Map([[sha256, { ...asset, width: 799 }]]) };
    expect(summary(check([figure()], {}, narrow))).toEqual(['picture-small warning']);
    const stopped = figure({ children: [{ type: 'text', text: '检查现场。' }] });
    const [finding] = check([stopped]);
    expect(finding).toMatchObject({ rule: 'caption-full-stop', severity: 'hint', fix: { kind: 'replace', text: '' } });
    expect(underlined(stopped, finding)).toBe('。');
  });

  test('personal numbers hide in captions, alternative texts and file names', () => {
    const named = { ...context, assets: new Map([[sha256, { ...asset, name: '11010519491231002X.jpg' }]]) };
    const block = figure({
      alt: '证件11010519491231002X',
      children: [{ type: 'text', text: '证11010519491231002X件' }],
    });
    const findings = check([block], {}, named);
    expect(summary(findings)).toEqual(['id-number error', 'id-number error', 'id-number error']);
    expect(findings.map((finding) => finding.params)).toEqual(Array.from({ length: 3 }, () => ({ text: '110…2X' })));
  });
});

describe('text', () => {
  test('【待核】 blocks, as a mark, typed, or in the blank of a standing text', () => {
    const marked: BlockNode = {
      type: 'paragraph',
      children: [
        { type: 'text', text: '共' },
        { type: 'to-confirm', text: '36台，已核' },
        { type: 'text', text: '。' },
      ],
    };
    const [finding] = check([marked]);
    expect(finding).toMatchObject({ rule: 'to-confirm', severity: 'error', params: { text: '36台，已核' } });
    expect(underlined(marked, finding)).toBe('【待核】36台，已核');
    expect(check([paragraph('共【待核】36台，已查。')])[0]?.params).toEqual({ text: '36台' });
    const template = sampleProfile.boilerplates.find(({ id }) => id === 'contact');
    const standing = template ? makeBoilerplate(template, { 联系电话: '0750-5524538' }) : paragraph('');
    expect(check([standing])[0]?.params).toEqual({ text: '电子邮箱' });
  });

  test('links that leave the allow list are told, addresses that no page may carry block', () => {
    const outside = linkInList('https://www.example.com/a');
    const [finding] = check([outside]);
    expect(finding).toMatchObject({
      rule: 'external-link',
      severity: 'warning',
      params: { host: 'www.example.com', text: '原文' },
    });
    expect(underlined(outside, finding)).toBe('原文');
    expect(check([linkInList('https://www.taishan.gov.cn/a')])).toEqual([]);
    expect(check([linkInList('mailto:a@b.cn')])).toEqual([]);
    expect(summary(check([linkInList('file:///C:/Users/x/wps1.jpg')]))).toEqual(['link-refused error']);
  });

  test('where a picture was used is a hint, for each picture of a group; nothing is said where nobody looked', () => {
    const use = {
      draftId: 'd',
      headline: '《办法》解读',
      at: '2023-04-30T23:00:00.000Z',
      as: 'published',
      same: true,
    } as const;
    const told: CheckContext = { ...context, pictureNotes: new Map([[sha256, [{ kind: 'used', use }]]]) };
    const group = figure({ beside: [{ asset: sha256, alt: '同一张' }] });
    expect(check([group], {}, told)).toMatchObject([
      { rule: 'picture-used', severity: 'hint', params: { month: '2023-05', headline: '〈办法〉解读', draftId: 'd' } },
    ]);
    expect(check([group])).toEqual([]);
  });

  test('hints about pictures follow what is known of them, for blocks that stayed the same too', () => {
    const engine = checkEngine();
    const content = draft([figure()]);
    expect(engine.run(content, { ...context, pictureNotes: new Map() })).toEqual([]);
    const notes: CheckContext['pictureNotes'] = new Map([[sha256, [{ kind: 'same-here', figures: [1, 2] }]]]);
    expect(engine.run(content, { ...context, pictureNotes: notes }).map(({ rule }) => rule)).toEqual(['picture-twice']);
    expect(engine.run(content, { ...context, pictureNotes: new Map() })).toEqual([]);
  });

  test('pinyin residues and half-width punctuation come with their mend', () => {
    const block = paragraph('建設(shè)局說:好(pcr)');
    const [residue, mark] = check([block]);
    expect([underlined(block, residue), residue?.fix]).toEqual(['(shè)', { kind: 'replace', text: '' }]);
    expect([underlined(block, mark), mark?.fix]).toEqual([':', { kind: 'replace', text: '：' }]);
  });

  test('identity numbers block, mobile numbers are warned about, both shown masked', () => {
    const block = paragraph('张三，11010519491231002X，手机13800138000，单号113800138000。');
    const findings = check([block]);
    expect(summary(findings)).toEqual(['id-number error', 'mobile-number warning']);
    expect(findings.map((finding) => underlined(block, finding))).toEqual(['11010519491231002X', '13800138000']);
    expect(findings.map((finding) => finding.params)).toEqual([{ text: '110…2X' }, { text: '138…00' }]);
  });
});

describe('the engine', () => {
  test('says the same with what it kept as without, whatever changed in between', () => {
    const engine = checkEngine();
    const blocks = [paragraph('甲,乙'), figure({ credit: '' }), paragraph('甲,乙')];
    const steps: readonly [readonly BlockNode[], CheckContext][] = [
      [blocks, context],
      [[...blocks].reverse(), context],
      [[paragraph('丙'), ...blocks], context],
      [blocks, { ...context, assets: new Map() }],
      [[], context],
      [blocks, context],
    ];
    for (const [children, where] of steps) {
      expect(engine.run(draft(children), where)).toEqual(runChecks(draft(children), where));
    }
  });

  test('judges only what changed: one of five hundred figures after a keystroke', () => {
    const assets = new CountedAssets([[sha256, asset]]);
    const counted = { ...context, assets };
    const engine = checkEngine();
    const blocks = Array.from({ length: 500 }, (_unused, at) => captioned(`第${at}张,现场`));
    engine.run(draft(blocks), counted);
    const forAll = assets.looks;
    expect(forAll).toBeGreaterThanOrEqual(500);
    blocks[250] = captioned('改了一个字,');
    const findings = engine.run(draft(blocks), counted);
    expect(findings.filter(({ rule }) => rule === 'half-width-punctuation')).toHaveLength(500);
    expect(assets.looks - forAll).toBe(forAll / 500);
  });
});

/** Counts how often a rule looks at what is known of pictures. */
class CountedAssets extends Map<string, Asset> {
  looks = 0;
  override get(key: string): Asset | undefined {
    this.looks += 1;
    return super.get(key);
  }
}

function captioned(words: string): FigureNode {
  return figure({ children: [{ type: 'text', text: words }] });
}
