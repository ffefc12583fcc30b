import { inspectionLines, type ChecklistItem, type Inspection } from '../model/checklist.ts';

type Line = Inspection['lines'][number]['line'];

/** Which rules count as what. A rule that is not named here costs nothing. */
const lineOfRule: Readonly<Record<string, Line>> = {
  'leader-name': 'wording',
  'leader-office': 'wording',
  'id-number': 'privacy',
  'mobile-number': 'privacy',
  'metadata-required': 'tags',
  'metadata-value': 'values',
  'link-refused': 'links',
  'link-malformed': 'links',
  'link-inside': 'links',
  'link-test': 'links',
  'link-short': 'links',
  'link-fleeting': 'links',
  'alt-missing': 'alt',
  'to-confirm': 'unconfirmed',
  'pinyin-residue': 'typos',
  'half-width-punctuation': 'typos',
};

/** What one of each costs out of 100, and whether it fails a site by itself. The points are ours: see `inspect`. */
const weights: Readonly<Record<Line, { readonly veto: boolean; readonly points: number }>> = {
  wording: { veto: true, points: 40 },
  privacy: { veto: true, points: 40 },
  unconfirmed: { veto: false, points: 10 },
  tags: { veto: false, points: 5 },
  values: { veto: false, points: 5 },
  links: { veto: false, points: 5 },
  alt: { veto: false, points: 2 },
  typos: { veto: false, points: 1 },
};

const passMark = 60;

/**
 * A rehearsal of what inspectors of 国办秘函〔2019〕19号 look for on a single page: matters that fail a site by
 * themselves (单项否决), then deductions from 100 with 60 to pass. That document counts over a whole site; the points for one
 * page are this program's, and addresses of links are not called. What somebody let stand with a reason costs nothing.
 */
export function inspect(items: readonly ChecklistItem[]): Inspection {
  const counted = items.filter(({ finding, waiver }) => finding.severity !== 'hint' && waiver === null);
  const lines = inspectionLines.map((line) => {
    const count = counted.filter(({ finding }) => lineOfRule[finding.rule] === line).length;
    const { veto, points } = weights[line];
    return { line, veto, count, points: count * points };
  });
  const score = Math.max(0, 100 - lines.reduce((sum, { points }) => sum + points, 0));
  return { score, passed: score >= passMark && lines.every(({ veto, count }) => !veto || count === 0), lines };
}
