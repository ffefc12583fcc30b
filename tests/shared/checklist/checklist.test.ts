import { describe, expect, test } from 'vitest';
import type { ChecklistFacts } from '#shared/checklist/checklist-source.ts';
import { makeChecklist } from '#shared/checklist/checklist.ts';
import { waiverSubject } from '#shared/checklist/waiver-subject.ts';
import { openItems } from '#shared/model/checklist.ts';
import type { DraftContent } from '#shared/model/draft.ts';
import { contentOf } from '#tests/builders/content.ts';
import { writer } from '#tests/builders/signatory.ts';
import { testId } from '#tests/fakes/counting-ids.ts';
import { sampleProfile } from '#tests/helpers/sample-profile.ts';

const draftId = testId(1, 0xd);
const filled = {
  columnId: 'work-news',
  contentSource: '市住房和城乡建设局',
  authors: ['拟稿员甲'],
  keywords: ['房屋安全'],
  abstract: '排查情况。',
};
const profile = {
  ...sampleProfile,
  officeHolders: [
    { name: '刘文', offices: ['局党组书记', '局长'], from: '2020-01-01' },
    { name: '陈明', offices: ['副局长'], from: '2020-01-01' },
    { name: '李旧', offices: ['局长'], from: '2010-01-01', to: '2019-12-31' },
  ],
};

function factsOf(content: DraftContent, changes: Partial<ChecklistFacts> = {}): ChecklistFacts {
  return {
    content,
    context: { profile, assets: new Map() },
    comments: [],
    missingAttachments: new Set(),
    signOffRefusal: undefined,
    now: '2026-11-23T06:00:00.000Z',
    ...changes,
  };
}

const rulesOf = (facts: ChecklistFacts) =>
  makeChecklist(facts, []).items.map(({ source, finding }) => `${source} ${finding.severity} ${finding.rule}`);

const said = (text: string) => rulesOf(factsOf(contentOf('检查房屋', [text], filled)));
const inspectionOf = (content: DraftContent) => makeChecklist(factsOf(content), []).inspection;

describe('the checklist before publishing', () => {
  test('is empty for a release that is right and signed off', () => {
    expect(rulesOf(factsOf(contentOf('检查房屋', ['局长刘文、副局长陈明参加检查。'], filled)))).toEqual([]);
  });

  test('brings all sources into one list', () => {
    const old = { type: 'boilerplate', id: 'copyright', version: 0, values: {}, text: '旧文字。' } as const;
    const content = contentOf('检查房屋', ['今天,检查房屋。', old], {
      ...filled,
      plannedAt: '2026-11-22T00:00:00.000Z',
    });
    const comment = { id: testId(3, 1), draftId, quote: '', text: '请核', by: writer, at: '2026-11-23T06:00:00.000Z' };
    const comments = [{ ...comment, resolvedAt: null, resolvedBy: null }];
    expect(rulesOf(factsOf(content, { comments, signOffRefusal: 'not-signed-off' }))).toEqual([
      'text warning half-width-punctuation',
      'boilerplates warning boilerplate-old',
      'reviews error review-missing',
      'reviews warning comments-open',
      'publication warning planned-past',
    ]);
  });

  test('knows a leader by the table of the day, and a name that is one character off', () => {
    expect(said('局长刘闻带队检查。')).toEqual(['leaders error leader-name']);
    expect(said('局长陈明带队检查。')).toEqual(['leaders warning leader-office']);
    expect(said('局长李旧带队检查。')).toEqual([]);
    expect(said('局长办公会听取汇报。')).toEqual([]);
    expect(said('局党组书记、局长刘文带队检查。')).toEqual([]);
  });

  test('lets a warning stand for a reason as long as its words stay, wherever the paragraph goes', () => {
    const warned = '今天,检查房屋。';
    const content = contentOf('检查房屋', [warned], filled);
    const [found] = makeChecklist(factsOf(content), []).items;
    if (!found) throw new Error('no warning to let stand');
    const waiver = {
      id: testId(4, 1),
      draftId,
      rule: found.finding.rule,
      subject: waiverSubject(content, found.finding),
      reason: '原文如此',
      by: writer,
      at: '2026-11-23T06:00:00.000Z',
    };
    const openOf = (paragraphs: readonly string[]) =>
      openItems(makeChecklist(factsOf(contentOf('检查房屋', [...paragraphs], filled)), [waiver]).items);
    expect(openOf([warned])).toEqual({ errors: 0, warnings: 0 });
    expect(openOf(['上面多了一段。', warned])).toEqual({ errors: 0, warnings: 0 });
    expect(openOf(['今天,检查房屋了。'])).toEqual({ errors: 0, warnings: 1 });
  });

  test('never lets an error stand', () => {
    const content = contentOf('检查房屋', ['局长刘闻带队检查。'], filled);
    const [found] = makeChecklist(factsOf(content), []).items;
    if (!found) throw new Error('no error found');
    const subject = waiverSubject(content, found.finding);
    const waiver = { id: testId(4, 2), draftId, rule: found.finding.rule, subject, reason: '就是这样', by: writer };
    const { items } = makeChecklist(factsOf(content), [{ ...waiver, at: '2026-11-23T06:00:00.000Z' }]);
    expect(openItems(items)).toEqual({ errors: 1, warnings: 0 });
  });
});

describe('the inspection rehearsal', () => {
  test('gives a clean page all points', () => {
    expect(inspectionOf(contentOf('检查房屋', ['3月16日检查房屋。'], filled))).toMatchObject({
      score: 100,
      passed: true,
    });
  });

  test('fails a page for one wrong name of a leader or one identity number, whatever else it has', () => {
    for (const text of ['局长刘闻带队检查。', '证件号11010519491231002X。']) {
      const inspection = inspectionOf(contentOf('检查房屋', [text], filled));
      expect(inspection).toMatchObject({ score: 60, passed: false });
    }
  });

  test('takes points for each missing tag, wrong value and fault of typing, down to none', () => {
    const content = contentOf('检查房屋', ['今天,检查(房屋)。'], {
      ...filled,
      authors: ['null'],
      keywords: [],
      abstract: '',
    });
    const { score, lines } = inspectionOf(content);
    expect(Object.fromEntries(lines.filter(({ count }) => count > 0).map(({ line, count }) => [line, count]))).toEqual({
      tags: 2,
      values: 1,
      typos: lines.find(({ line }) => line === 'typos')?.count,
    });
    expect(score).toBe(100 - lines.reduce((sum, { points }) => sum + points, 0));
    const hopeless = inspectionOf(
      contentOf(
        '',
        Array.from({ length: 20 }, () => '【待核】时间'),
        {},
      ),
    );
    expect(hopeless).toMatchObject({ score: 0, passed: false });
  });
});
