import type { PasteOutcome, PasteParts, PasteRead } from '#renderer/editor/paste/paste-parts.ts';
import { looksLikeMarkdown } from '#shared/document/markdown-marks.ts';
import { blockText } from '#shared/document/walk.ts';
import { pasteNoteGroups, type PasteNote, type PasteNoteKind } from '#shared/model/paste-report.ts';
import { pastedLine } from './plain-field.ts';

export interface HeadlinePaste {
  /** Asks the main process; see `paste:read` of the contract. */
  readonly readPaste: (parts: PasteParts, signal: AbortSignal) => Promise<PasteRead>;
  readonly onPasted: (outcome: PasteOutcome) => void;
  /** Puts a line in where the caret is, as a step of its own. */
  readonly insert: (line: string) => void;
  /** Aborted when the sheet is left. */
  readonly signal: AbortSignal;
}

/**
 * Puts what a clipboard holds into the headline as one line of words, at once where it brings them plain. That several lines became one,
 * and what is no words, is told.
 */
export async function pasteIntoHeadline(data: DataTransfer, ports: HeadlinePaste): Promise<void> {
  const text = data.getData('text/plain');
  const html = data.getData('text/html');
  const files = [...data.files];
  const isMarkdown = looksLikeMarkdown(text);
  if (pastedLine(text) !== '' && !isMarkdown) {
    ports.insert(pastedLine(text));
    const pictures = files.length > 0 ? files.length : (html.match(/<img\b/giu)?.length ?? 0);
    return tell(ports, 'text', [...lineNote(text), ...noteOf('picture-not-here', pictures)]);
  }
  const parts = { html, rtf: data.getData('text/rtf'), text, isMarkdown, files: [] };
  try {
    const { blocks, report } = await ports.readPaste(parts, ports.signal);
    if (ports.signal.aborted) return;
    const words = blocks.map(blockText).join('\n');
    if (pastedLine(words) !== '') ports.insert(pastedLine(words));
    const pictures = files.length + blocks.filter(({ type }) => type === 'figure').length;
    const left = report.notes.filter(({ group, kind }) => group === 'dropped' && !kind.startsWith('picture-'));
    tell(ports, report.origin, [...lineNote(words), ...left, ...noteOf('picture-not-here', pictures)]);
  } catch (thrown) {
    if (ports.signal.aborted) return;
    if (pastedLine(text) !== '') ports.insert(pastedLine(text));
    ports.onPasted({ kind: 'plain', thrown, report: { origin: 'text', notes: [...lineNote(text)] } });
  }
}

function tell({ onPasted }: HeadlinePaste, origin: PasteRead['report']['origin'], notes: readonly PasteNote[]): void {
  if (notes.length > 0) onPasted({ kind: 'read', report: { origin, notes: [...notes] } });
}

function lineNote(text: string): readonly PasteNote[] {
  const lines = text.split(/[\r\n]+/u).filter((line) => line.trim() !== '').length;
  return noteOf('lines-to-one', lines > 1 ? lines : 0);
}

function noteOf(kind: PasteNoteKind, count: number): readonly PasteNote[] {
  return count > 0 ? [{ group: pasteNoteGroups[kind], kind, count, samples: [] }] : [];
}
