import { diffSequences, keptPairs } from '../sequence-diff.ts';

type Range = readonly [from: number, to: number];

/** Places in the three sequences that belong together, and whose of them stands. `neither` is for a person to say. */
export interface Stretch {
  readonly base: Range;
  readonly mine: Range;
  readonly theirs: Range;
  readonly taken: 'mine' | 'theirs' | 'neither';
}

/**
 * Merges two sequences that grew out of a third (diff3): what stands in all three holds them together; between, the side
 * that changed is taken. Where both changed as many items as there were, they are looked at one by one, so that changes of
 * neighbours do not meet.
 */
export function mergeSequences(base: readonly string[], mine: readonly string[], theirs: readonly string[]): Stretch[] {
  const inMine = new Map(keptPairs(base.length, diffSequences(base, mine)));
  const inTheirs = new Map(keptPairs(base.length, diffSequences(base, theirs)));
  const stretches: Stretch[] = [];
  let [at, left, right] = [0, 0, 0];
  const between = (to: number, toMine: number, toTheirs: number): void => {
    if (at === to && left === toMine && right === toTheirs) return;
    const gap = { base: [at, to], mine: [left, toMine], theirs: [right, toTheirs] } as const;
    stretches.push(...judge(gap, base, mine, theirs));
  };
  for (let index = 0; index < base.length; index += 1) {
    const [ours, others] = [inMine.get(index), inTheirs.get(index)];
    if (ours === undefined || others === undefined) continue;
    between(index, ours, others);
    stretches.push({ base: [index, index + 1], mine: [ours, ours + 1], theirs: [others, others + 1], taken: 'mine' });
    [at, left, right] = [index + 1, ours + 1, others + 1];
  }
  between(base.length, mine.length, theirs.length);
  return stretches;
}

type Gap = Omit<Stretch, 'taken'>;

function judge(gap: Gap, base: readonly string[], mine: readonly string[], theirs: readonly string[]): Stretch[] {
  const [was, here, there] = [base.slice(...gap.base), mine.slice(...gap.mine), theirs.slice(...gap.theirs)];
  if (same(here, there) || same(there, was)) return [{ ...gap, taken: 'mine' }];
  if (same(here, was)) return [{ ...gap, taken: 'theirs' }];
  if (was.length < 2 || here.length !== was.length || there.length !== was.length)
    return [{ ...gap, taken: 'neither' }];
  return was.flatMap((_item, index) => judge(itemOf(gap, index), base, mine, theirs));
}

function itemOf(gap: Gap, index: number): Gap {
  const one = ([from]: Range): Range => [from + index, from + index + 1];
  return { base: one(gap.base), mine: one(gap.mine), theirs: one(gap.theirs) };
}

function same(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index]);
}
