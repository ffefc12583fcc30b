import { isChangedRun, type BlockChange } from '#shared/document/diff/block-diff.ts';
import type { Piece } from '#shared/document/diff/words.ts';
import { runsOf } from '#shared/document/runs.ts';
import type { BlockNode, ListNode } from '#shared/document/schema.ts';
import type { Side } from './side.ts';

/** A run as one side, or both, show it. */
export interface ShownRun {
  /** Its stop's name, for a run that came or went as a whole; its pieces' names begin with it. */
  readonly name: string;
  readonly state: 'stays' | 'came' | 'went';
  /** Its place among the runs of the block before and after; null where it is not. */
  readonly before: number | null;
  readonly after: number | null;
  readonly pieces: readonly Piece[];
  readonly isChanged: boolean;
}

/** The runs that a side shows of a block, in reading order. Without a change all of them stay. */
export function shownRuns(block: BlockNode, change: BlockChange | null, side: Side, name: string): readonly ShownRun[] {
  if (!change) {
    return runsOf(block).map((run, at) => ({
      name: `${name}.t${at}`,
      state: 'stays',
      before: at,
      after: at,
      pieces: [{ change: 'none', before: run, after: run }],
      isChanged: false,
    }));
  }
  return change.runs
    .map((run, at): ShownRun => ({
      ...run,
      name: `${name}.t${at}`,
      state: run.before === null ? 'came' : run.after === null ? 'went' : 'stays',
      isChanged: isChangedRun(run),
    }))
    .filter((run) => side === 'both' || run[side] !== null);
}

/** How each item of a list and of those in it stands, in the order of `runsOf`. */
export function listLines(list: ListNode, level = 0): readonly { readonly level: number; readonly marker: string }[] {
  const first = list.start ?? 1;
  return list.children.flatMap((item, index) => [
    { level, marker: list.ordered ? `${first + index}.` : '•' },
    ...(item.nested ? listLines(item.nested, level + 1) : []),
  ]);
}
