import type { ImportChange } from '#shared/model/import-report.ts';
import { shorten } from './shorten.ts';

export type ChangeKind = ImportChange['kind'];

const samplesKept = 20;
const sampleLength = 120;

/** Counts what an import changes and keeps the first different samples of each kind. */
export class ChangeLog {
  private readonly kinds = new Map<ChangeKind, { count: number; samples: Map<string, string> }>();

  add(kind: ChangeKind, before: string, after: string): void {
    const entry = this.kinds.get(kind) ?? { count: 0, samples: new Map<string, string>() };
    this.kinds.set(kind, entry);
    entry.count += 1;
    const key = shorten(before, sampleLength);
    if (entry.samples.size < samplesKept && !entry.samples.has(key))
      entry.samples.set(key, shorten(after, sampleLength));
  }

  /** In the order in which the kinds first came up. */
  changes(): ImportChange[] {
    return [...this.kinds].map(([kind, { count, samples }]) => ({
      kind,
      count,
      samples: [...samples].map(([before, after]) => ({ before, after })),
    }));
  }
}
