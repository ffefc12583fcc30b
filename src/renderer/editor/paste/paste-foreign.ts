import type { CaptionMarks } from '#shared/document/caption-text.ts';
import type { PasteReport } from '#shared/model/paste-report.ts';
import type { PastePlace } from '../extensions/paste-place.ts';
import { blocksFromLooseText } from './blocks-from-text.ts';
import type { PasteOutcome, PasteParts, PasteRead } from './paste-parts.ts';

export interface PasteReader {
  readonly marks: () => CaptionMarks;
  /** Asks the main process; see `paste:read` of the contract. */
  readonly readPaste: (parts: PasteParts, signal: AbortSignal) => Promise<PasteRead>;
  readonly onPasted: (outcome: PasteOutcome) => void;
  /** For a paste that holds nothing but pictures. */
  readonly insertPictures: (files: readonly File[]) => void;
}

/** Fills a place with what a paste turns out to be. When it cannot be read its plain words come in; none is lost. */
export async function pasteForeign(place: PastePlace, parts: PasteParts, reader: PasteReader): Promise<void> {
  const { signal } = place;
  const fillPlain = (): PasteReport => {
    const { blocks, report } = blocksFromLooseText(parts.text, reader.marks());
    place.fill(blocks);
    return report;
  };
  try {
    const { blocks, report } = await reader.readPaste(parts, signal);
    if (signal.aborted) return;
    if (blocks.length > 0) {
      place.fill(blocks);
      reader.onPasted({ kind: 'read', report });
    } else if (parts.files.length > 0) {
      place.close();
      reader.insertPictures(parts.files);
    } else {
      reader.onPasted({ kind: 'read', report: fillPlain() });
    }
  } catch (thrown) {
    if (signal.aborted) return;
    reader.onPasted({ kind: 'plain', thrown, report: fillPlain() });
  }
}
