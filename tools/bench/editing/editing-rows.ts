import type { FigureRow } from '../figure-row.ts';
import { median, percentile } from '../statistics.ts';

/** All samples of one editor at one size: milliseconds, the heap in bytes. */
export interface Measured {
  readonly load: number[];
  readonly typing: number[];
  readonly update: number[];
  readonly commit: number[];
  readonly undo: number[];
  readonly heap: number[];
  correct: boolean;
}

/** The targets of one figure beside bare Lexical, by the number of paragraphs; null where it is context. */
type Targets = Readonly<Record<number, number>>;

/** What the two measurements of bare Lexical may differ by, as a share: more makes the rows of their kind void. */
const noise = { typing: 0.1, load: 0.15 } as const;

/** The samples of `gaoqian`, `lexical`, `prosemirror` and `control` (bare Lexical again) as rows. */
export function rowsOf(size: number, found: ReadonlyMap<string, Measured>): readonly FigureRow[] {
  const [ours, lexical, prosemirror, control] = ['gaoqian', 'lexical', 'prosemirror', 'control'].map((name) =>
    found.get(name),
  );
  if (!ours || !lexical || !prosemirror || !control) throw new Error('an editor was not measured');
  const isSteady = (of: (measured: Measured) => readonly number[], most: number): boolean =>
    Math.abs(median(of(control)) / median(of(lexical)) - 1) <= most;
  const steadyTyping = isSteady(({ typing }) => typing, noise.typing);
  const steadyLoad = isSteady(({ load }) => load, noise.load);
  const row = (
    name: string,
    [mine, theirs]: readonly [Measured, Measured],
    value: (measured: Measured) => number,
    targets: Targets,
    steady: boolean,
  ): FigureRow => ({
    name: `${name}, ${size} paragraphs`,
    ours: value(mine),
    floor: value(theirs),
    floorName: theirs === prosemirror ? 'ProseMirror' : 'bare Lexical',
    target: targets[size] ?? null,
    correct: mine.correct && theirs.correct,
    steady,
  });
  const beside = [ours, lexical] as const;
  const typed = ({ typing }: Measured): number => median(typing);
  const typedP95 = ({ typing }: Measured): number => percentile(typing, 0.95);
  return [
    row('Load to paint', beside, ({ load }) => median(load), { 50: 1.25, 500: 1.25 }, steadyLoad),
    row('Key to paint, median', beside, typed, { 50: 1.15, 500: 1.15, 5000: 1.1 }, steadyTyping),
    row('Key to paint, p95', beside, typedP95, { 50: 1.3, 500: 1.3 }, steadyTyping),
    row('Key to paint, median', [ours, prosemirror], typed, { 5000: 1.3 }, steadyTyping),
    row('Composition update', beside, ({ update }) => median(update), everywhere(1.15), steadyTyping),
    row('Composition commit', beside, ({ commit }) => median(commit), everywhere(1.15), steadyTyping),
    row('Undo and redo of 100 edits', beside, ({ undo }) => median(undo), everywhere(1.25), steadyTyping),
    row('Heap of the page, MB', beside, ({ heap }) => median(heap) / 1e6, everywhere(1.5), true),
    row('Control: key to paint, median', [control, lexical], typed, {}, true),
    row('Control: load to paint', [control, lexical], ({ load }) => median(load), {}, true),
  ];
}

function everywhere(target: number): Targets {
  return { 50: target, 500: target, 5000: target };
}
