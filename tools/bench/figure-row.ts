/** One line of the results: a figure of ours, what stands beside it in the same run, and whether the work was done right. */
export interface FigureRow {
  readonly name: string;
  /** Milliseconds, unless the name says otherwise. */
  readonly ours: number;
  /** The floor or the peer; null where there is none to compare with. */
  readonly floor: number | null;
  readonly floorName: string;
  /** The ratio that `performance.md` wants at most; null where the figure is context. */
  readonly target: number | null;
  /** False when what was measured did not do its work: the row is void. */
  readonly correct: boolean;
  /** False when the same editor, measured twice in this run, differed from itself by too much: the row is void. */
  readonly steady?: boolean;
}

export function ratioOf(row: FigureRow): number | null {
  return row.floor === null ? null : row.ours / row.floor;
}

/** `wrong`, `noise`, `met`, `missed` or `–`; the first two make a row void. */
export function verdictOf(row: FigureRow): string {
  if (!row.correct) return 'wrong';
  if (row.steady === false) return 'noise';
  const ratio = ratioOf(row);
  if (row.target === null || ratio === null) return '–';
  return ratio <= row.target ? 'met' : 'missed';
}
