import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stripComments } from '#shared/document/canonical.ts';
import { changesOf, diffContents, type ContentDiff, type DiffRow } from '#shared/document/diff/content-diff.ts';
import { sideOf } from '#shared/document/diff/words.ts';
import { mapRuns } from '#shared/document/runs.ts';
import type { BlockNode, Document, FigureNode, InlineNode } from '#shared/document/schema.ts';
import { inlineText } from '#shared/document/walk.ts';
import type { DraftContent } from '#shared/model/draft.ts';
import { arbitraryDocument } from '#tests/builders/arbitrary-document.ts';
import { contentOf, paragraph } from '#tests/builders/content.ts';

const hashOf = (digit: string): string => digit.repeat(64);

function figure(digit: string, caption: string, rest: Partial<FigureNode> = {}): FigureNode {
  const children: InlineNode[] = caption === '' ? [] : [{ type: 'text', text: caption }];
  return { type: 'figure', asset: hashOf(digit), alt: '', credit: '', children, ...rest };
}

/** What a diff says, in one line a row: `[-旧-][+新+]`. */
function told(diff: ContentDiff): readonly string[] {
  return diff.rows.map((row) => {
    const number = 'before' in row ? row.before : row.after;
    const words = 'change' in row && row.change ? row.change : null;
    const runs = words?.runs.map((run) =>
      run.pieces
        .map(({ change, before, after }) => {
          if (change === 'none') return inlineText(after);
          if (change === 'form') return `[~${inlineText(after)}~]`;
          return [
            before.length > 0 ? `[-${inlineText(before)}-]` : '',
            after.length > 0 ? `[+${inlineText(after)}+]` : '',
          ].join('');
        })
        .join(''),
    );
    const fields = words?.fields.map(({ field, before, after }) => `${field}: ${before} → ${after}`);
    return [`${row.kind} ${number}`, ...(runs ?? []), ...(fields ?? [])].join(' | ');
  });
}

const diffBlocksOf = (before: readonly (string | BlockNode)[], after: readonly (string | BlockNode)[]) =>
  told(diffContents(contentOf('标题', before), contentOf('标题', after)));

const list = (...items: readonly string[]): BlockNode => ({
  type: 'list',
  ordered: false,
  children: items.map((text) => ({ type: 'list-item', children: [{ type: 'text', text }] })),
});

const table = (...rows: readonly (readonly string[])[]): BlockNode => ({
  type: 'table',
  children: rows.map((cells) => ({
    type: 'table-row',
    children: cells.map((text) => ({ type: 'table-cell', children: [{ type: 'text', text }] })),
  })),
});

const manyChanged = (office: string) =>
  contentOf(
    '题',
    Array.from({ length: 5000 }, (_unused, at) =>
      paragraph(`第${at}项由${office}牵头，月底前完成全部排查，逐一登记造册，发现隐患立即整改。`),
    ),
  );

describe('what changed between two versions', () => {
  it('is told by Chinese words', () => {
    expect(diffBlocksOf(['我市开展住房安全检查工作。'], ['我市开展房屋安全检查工作。'])).toEqual([
      'changed 0 | 我市开展[-住房-][+房屋+]安全检查工作。',
    ]);
  });

  it('takes little words between two changes into one', () => {
    expect(diffBlocksOf(['昨日上午，局长到工地检查安全生产。'], ['今天下午，局长到工地检查安全生产。'])).toEqual([
      'changed 0 | [-昨日上午-][+今天下午+]，局长到工地检查安全生产。',
    ]);
  });

  it('tells paragraphs that came, went and moved', () => {
    const moving = '第三段要移到前面去，字数足够多。';
    expect(
      diffBlocksOf(
        ['第一段说明事情的由来。', '第二段会被删去，与别的都不相像。', '中间的话。', moving],
        [moving, '第一段说明事情的由来。', '中间的话。', '末尾另加：联系电话。'],
      ),
    ).toEqual(['moved 3', 'same 0', 'removed 1', 'same 2', 'moved-away 3', 'inserted 3']);
  });

  it('tells the order of figures and what changed in one on its way', () => {
    const before = [figure('a', '工地现场'), '正文。', figure('b', '服务窗口')];
    const after = [figure('b', '服务窗口开放', { credit: '张三' }), '正文。', figure('a', '工地现场')];
    expect(diffBlocksOf(before, after).toSorted()).toEqual(
      ['moved 2 | 服务窗口[+开放+] | credit:  → 张三', 'moved-away 0', 'moved-away 2', 'same 1', 'moved 0'].toSorted(),
    );
  });

  it('tells alternative text, credit, hidden captions and exchanged pictures', () => {
    const before = figure('a', '说明', { alt: '一张图', beside: [{ asset: hashOf('b'), alt: '' }] });
    const after = figure('a', '说明', {
      alt: '两张图',
      captionHidden: true,
      beside: [{ asset: hashOf('c'), alt: '', decorative: true }],
    });
    expect(diffBlocksOf([before], [after])).toEqual([
      `changed 0 | 说明 | alt: 一张图 → 两张图 | picture: ${hashOf('b')} → ${hashOf('c')} | decorative:  → true | caption-hidden:  → true`,
    ]);
  });

  it('tells new dress, new kinds and new alignment of the same words', () => {
    const bold: BlockNode = {
      type: 'paragraph',
      align: 'center',
      children: [{ type: 'text', text: '通知', formats: ['bold'] }],
    };
    expect(diffBlocksOf(['通知'], [bold])).toEqual(['changed 0 | [~通知~] | align:  → center']);
    const heading: BlockNode = { type: 'heading', level: 2, children: [{ type: 'text', text: '通知' }] };
    expect(diffBlocksOf(['通知'], [heading])).toEqual(['changed 0 | 通知 | kind: paragraph → heading-2']);
  });

  it('tells the items of a list and the cells of a table one by one', () => {
    expect(diffBlocksOf([list('身份证', '户口簿')], [list('身份证原件', '申请表', '户口簿')])).toEqual([
      'changed 0 | 身份证[+原件+] | [+申请表+] | 户口簿',
    ]);
    expect(
      diffBlocksOf([table(['项目', '数量'], ['检查', '12'])], [table(['项目', '数量'], ['检查', '13'], ['整改', '4'])]),
    ).toEqual(['changed 0 | 项目 | 数量 | 检查 | [-12-][+13+] | [+整改+] | [+4+] | size: 2×2 → 3×2']);
  });

  it('tells the fields of the metadata and counts every change once', () => {
    const before = contentOf('旧题', ['第一段的话。', '要删的一段，别处没有。'], { keywords: ['住房'] });
    const after = contentOf('新题', ['第一段的新话。'], { keywords: ['住房', '安全'] });
    expect(changesOf(diffContents(before, after))).toEqual(['headline', 'keywords', 'r0.t0.p1', 'r1']);
  });

  it('holds comment marks for no difference', () => {
    const marked: BlockNode = {
      type: 'paragraph',
      children: [
        { type: 'text', text: '正文' },
        {
          type: 'comment-mark',
          ids: ['01890000-0000-7000-8000-000000000001'],
          children: [{ type: 'text', text: '第一段' }],
        },
        { type: 'text', text: '。' },
      ],
    };
    expect(changesOf(diffContents(contentOf('题', ['正文第一段。']), contentOf('题', [marked])))).toEqual([]);
  });
});

/** Two documents of which the second was made of the first by leaving out, adding and reordering blocks, or is another. */
const twoDocuments: fc.Arbitrary<readonly [Document, Document]> = fc
  .tuple(arbitraryDocument, arbitraryDocument, fc.array(fc.nat(11), { maxLength: 12 }))
  .map(([first, second, picks]) => {
    const pool = [...first.children, ...second.children];
    const children = picks.flatMap((pick) => pool[pick] ?? []);
    return [first, children.length > 0 ? { ...first, children } : second] as const;
  });

const content = (document: Document): DraftContent => ({ ...contentOf('题'), document });

/** The blocks of one side, read off the rows: places of that side, words from the pieces. */
function readSide(diff: ContentDiff, side: 'before' | 'after'): readonly BlockNode[] {
  const absent: readonly DiffRow['kind'][] = side === 'before' ? ['inserted', 'moved'] : ['removed', 'moved-away'];
  return diff.rows.flatMap((row): readonly BlockNode[] => {
    if (absent.includes(row.kind)) return [];
    const place = side === 'before' ? ('before' in row ? row.before : -1) : 'after' in row ? row.after : -1;
    const block = diff[side][place];
    if (!block) throw new Error('a row without its block');
    // A block that moved has its words at its new place.
    const moved =
      row.kind === 'moved-away'
        ? diff.rows.find((other) => other.kind === 'moved' && other.before === row.before)
        : row;
    const change = moved && 'change' in moved ? moved.change : null;
    if (!change) return [block];
    const runs = change.runs.filter((run) => run[side] !== null).toSorted((a, b) => (a[side] ?? 0) - (b[side] ?? 0));
    const words = runs.values();
    return [mapRuns(block, () => sideOf(words.next().value?.pieces ?? [], side))];
  });
}

/** Neighbouring links to one address read as one. */
const joinLinks = (blocks: readonly BlockNode[]) =>
  blocks.map((block) => mapRuns(block, (run) => sideOf([{ change: 'none', before: run, after: run }], 'after')));

describe('properties of the difference', () => {
  it('gives each side back, word for word', () => {
    fc.assert(
      fc.property(twoDocuments, ([before, after]) => {
        const diff = diffContents(content(before), content(after));
        expect(joinLinks(readSide(diff, 'before'))).toEqual(joinLinks(stripComments(before).children));
        expect(joinLinks(readSide(diff, 'after'))).toEqual(joinLinks(stripComments(after).children));
      }),
      { numRuns: 300, seed: 20261128 },
    );
  });

  it('is empty for equal contents, and only for them', () => {
    fc.assert(
      fc.property(twoDocuments, ([before, after]) => {
        expect(changesOf(diffContents(content(before), content(before)))).toEqual([]);
        const isEqual =
          JSON.stringify(stripComments(before).children) === JSON.stringify(stripComments(after).children);
        expect(changesOf(diffContents(content(before), content(after))).length === 0).toBe(isEqual);
      }),
      { numRuns: 300, seed: 20261128 },
    );
  });

  it('gives a block that stayed exactly the words that are the same in both', () => {
    fc.assert(
      fc.property(twoDocuments, ([before, after]) => {
        const diff = diffContents(content(before), content(after));
        for (const row of diff.rows) {
          if (row.kind !== 'changed') continue;
          for (const { pieces } of row.change.runs) {
            for (const piece of pieces) {
              if (piece.change === 'none') expect(piece.before).toEqual(piece.after);
              else expect(piece.before).not.toEqual(piece.after);
              if (piece.change === 'form') expect(inlineText(piece.before)).toBe(inlineText(piece.after));
            }
          }
        }
      }),
      { numRuns: 200, seed: 20261128 },
    );
  });

  it(
    'comes through 5,000 paragraphs that all changed, which comparing each with each would not',
    { timeout: 120_000 },
    () => {
      const diff = diffContents(manyChanged('房管科'), manyChanged('住房保障科'));
      expect(changesOf(diff)).toHaveLength(5000);
      expect(diff.rows.every((row) => row.kind === 'changed' && row.before === row.after)).toBe(true);
    },
  );
});
