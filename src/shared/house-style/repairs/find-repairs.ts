import type { TextStep } from '../../document/text-edit.ts';
import { traceText } from '../../document/traced-text.ts';
import { inlineText } from '../../document/walk.ts';
import type { DraftContent } from '../../model/draft.ts';
import { repairKinds, type RepairKind, type RepairPlace, type RepairTarget } from '../../model/repair.ts';
import { findPinyinResidues } from '../pinyin.ts';
import { punctuationEdits } from '../punctuation.ts';
import { stopBlankEdits } from '../stop-blanks.ts';
import { lostEmailEdits } from './lost-email.ts';
import { mapTextUnits } from './text-units.ts';

/** Traditional and Simplified characters; its dictionaries are where it is made. */
export interface ScriptConverter {
  /** Whether a text was written in Traditional characters. */
  isTraditional(text: string): boolean;
  /** The edits that make a text Simplified. */
  readonly simplifyEdits: TextStep;
}

type RepairStep = readonly [kind: RepairKind, step: TextStep];

/**
 * The steps by which text that came in is cleaned. In this order: residues hide that the characters at their sides are
 * neighbours. Traditional characters are a repair only where the `whole` is written in them: one name in them is none.
 */
export function repairSteps(whole: string, script: ScriptConverter): readonly RepairStep[] {
  return [
    ['pinyin-residue', (text) => findPinyinResidues(text).map((span) => ({ ...span, text: '' }))],
    ...(script.isTraditional(whole) ? [['traditional', script.simplifyEdits] as const] : []),
    ['punctuation', punctuationEdits],
    ['blank', stopBlankEdits],
  ];
}

/**
 * The repairs that the words of a draft need, by kind and then in reading order. They do not lean on each other: any of
 * them can be made without the rest (`applyRepairs`).
 */
export function findRepairs(content: DraftContent, script: ScriptConverter): readonly RepairPlace[] {
  const steps = repairSteps(wholeText(content), script);
  const places: RepairPlace[] = [];
  const find = (text: string, target: RepairTarget, used: readonly RepairStep[]): void => {
    const { edits } = traceText(
      text,
      used.map(([, step]) => step),
    );
    used.forEach(([kind], step) => {
      const found = edits.flatMap((edit) =>
        edit.step === step ? { start: edit.start, end: edit.end, text: edit.text } : [],
      );
      if (found.length > 0) places.push({ kind, target, text, edits: found });
    });
  };
  forEachText(content, (text, target) => {
    find(text, target, target.kind === 'run' ? [...steps, ['lost-email', lostEmailEdits]] : steps);
  });
  return repairKinds.flatMap((kind) => places.filter((place) => place.kind === kind));
}

function forEachText(content: DraftContent, tell: (text: string, target: RepairTarget) => void): void {
  mapTextUnits(content, {
    plain(text, target) {
      if (text !== '') tell(text, target);
      return text;
    },
    run(children, target) {
      const text = inlineText(children);
      if (text !== '') tell(text, target);
      return [...children];
    },
  });
}

function wholeText(content: DraftContent): string {
  const texts: string[] = [];
  forEachText(content, (text) => texts.push(text));
  return texts.join('\n');
}
