import { noteSamplesKept, pasteNoteGroups, type PasteNote, type PasteNoteKind } from '#shared/model/paste-report.ts';
import { shorten } from '../shorten.ts';

const sampleLength = 60;

/** Counts what reading foreign content met, and keeps the first different samples of each kind. */
export class ConversionNotes {
  private readonly kinds = new Map<PasteNoteKind, { count: number; samples: Set<string> }>();

  add(kind: PasteNoteKind, sample = '', count = 1): void {
    const entry = this.kinds.get(kind) ?? { count: 0, samples: new Set<string>() };
    this.kinds.set(kind, entry);
    entry.count += count;
    const words = shorten(sample.trim(), sampleLength);
    if (words !== '' && entry.samples.size < noteSamplesKept) entry.samples.add(words);
  }

  /** In the order in which the kinds first came up. */
  list(): PasteNote[] {
    return [...this.kinds].map(([kind, { count, samples }]) => ({
      group: pasteNoteGroups[kind],
      kind,
      count,
      samples: [...samples],
    }));
  }
}
