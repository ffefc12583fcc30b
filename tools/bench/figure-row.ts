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
}

export function ratioOf(row: FigureRow): number | null {
  return row.floor === null ? null : row.ours / row.floor;
}

/** `void`, `met`, `missed` or `–`. */
export function verdictOf(row: FigureRow): string {
  if (!row.correct) return 'void';
  const ratio = ratioOf(row);
  if (row.target === null || ratio === null) return '–';
  return ratio <= row.target ? 'met' : 'missed';
}
