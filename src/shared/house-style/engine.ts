import type { BlockNode } from '../document/schema.ts';
import type { DraftContent } from '../model/draft.ts';
import { placeKey, type Finding, type FindingPlace } from '../model/finding.ts';
import {
  ruleNames,
  type BlockRemark,
  type BlockRule,
  type CheckContext,
  type MetadataRule,
  type Remark,
} from './rule.ts';
import { externalLinks } from './rules/external-links.ts';
import { blankBesideStop, blankBesideStopInMetadata } from './rules/blank-beside-stop.ts';
import { dotBetweenHan, dotBetweenHanInMetadata } from './rules/dot-between-han.ts';
import { figureAlt } from './rules/figure-alt.ts';
import { figureCaption } from './rules/figure-caption.ts';
import { figureCredit } from './rules/figure-credit.ts';
import { figurePicture } from './rules/figure-picture.ts';
import { figureReuse } from './rules/figure-reuse.ts';
import { halfWidthPunctuation, halfWidthPunctuationInMetadata } from './rules/half-width-punctuation.ts';
import { metadataRequired } from './rules/metadata-required.ts';
import { metadataValue } from './rules/metadata-value.ts';
import { personalNumbers, personalNumbersInMetadata } from './rules/personal-numbers.ts';
import { pinyinResidue, pinyinResidueInMetadata } from './rules/pinyin-residue.ts';
import { tableWide } from './rules/table-wide.ts';
import { textLength } from './rules/text-length.ts';
import { toConfirm, toConfirmInMetadata } from './rules/to-confirm.ts';

/** Goes up with every change of what a rule says; packages name it. */
export const rulePackVersion = '5';
/** The pack in one text; its hash goes into packages beside the version. */
export const rulePackText = [`gaoqian-house-style ${rulePackVersion}`, ...ruleNames].join('\n');

const metadataRules: readonly MetadataRule[] = [
  metadataRequired,
  metadataValue,
  textLength,
  toConfirmInMetadata,
  pinyinResidueInMetadata,
  halfWidthPunctuationInMetadata,
  dotBetweenHanInMetadata,
  blankBesideStopInMetadata,
  personalNumbersInMetadata,
];
const blockRules: readonly BlockRule[] = [
  figurePicture,
  figureReuse,
  figureCaption,
  figureCredit,
  figureAlt,
  tableWide,
  toConfirm,
  externalLinks,
  pinyinResidue,
  halfWidthPunctuation,
  dotBetweenHan,
  blankBesideStop,
  personalNumbers,
];

export interface CheckEngine {
  /** All findings, the metadata's first, then block by block in reading order. */
  run(content: DraftContent, context: CheckContext): readonly Finding[];
}

/**
 * Runs every rule. What it answers depends on its arguments alone; between runs it keeps the remarks on blocks that
 * stayed the same (by their JSON text), so that a run after a keystroke judges one block.
 */
export function checkEngine(): CheckEngine {
  let kept = new Map<string, readonly BlockRemark[]>();
  let keptFor: CheckContext | undefined;

  return {
    run(content, context) {
      if (!keptFor || !isSame(keptFor, context)) kept = new Map();
      keptFor = context;
      const seen = new Map<string, readonly BlockRemark[]>();
      const inBlocks = content.document.children.flatMap((node, block) => {
        const identity = JSON.stringify(node);
        const remarks = seen.get(identity) ?? kept.get(identity) ?? judge(node, context);
        seen.set(identity, remarks);
        return remarks.map((remark) => toFinding(remark, { kind: 'block', block, ...remark.span }));
      });
      kept = seen;
      const inMetadata = metadataRules
        .flatMap((rule) => rule(content, context))
        .map((remark) => toFinding(remark, { kind: 'metadata', field: remark.field }));
      return withUniqueIds([...inMetadata, ...inBlocks]);
    },
  };
}

/** One run without anything kept. */
export function runChecks(content: DraftContent, context: CheckContext): readonly Finding[] {
  return checkEngine().run(content, context);
}

function isSame(one: CheckContext, other: CheckContext): boolean {
  return one.profile === other.profile && one.assets === other.assets && one.pictureNotes === other.pictureNotes;
}

function judge(block: BlockNode, context: CheckContext): readonly BlockRemark[] {
  return blockRules
    .flatMap((rule) => rule(block, context))
    .sort((a, b) => (a.span?.start ?? -1) - (b.span?.start ?? -1));
}

function toFinding({ rule, severity, params, fix }: Remark, place: FindingPlace): Finding {
  const id = [rule, placeKey(place), ...Object.values(params)].join('|');
  return { id, rule, severity, place, params: { ...params }, ...(fix ? { fix } : {}) };
}

/** Two equal remarks on one place (the same word twice in an alternative text) are counted. */
function withUniqueIds(findings: readonly Finding[]): readonly Finding[] {
  const counts = new Map<string, number>();
  return findings.map((finding) => {
    const count = (counts.get(finding.id) ?? 0) + 1;
    counts.set(finding.id, count);
    return count === 1 ? finding : { ...finding, id: `${finding.id}|${count}` };
  });
}
