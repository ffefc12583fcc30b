import type { PasteOutcome } from '#renderer/editor/paste/paste-parts.ts';
import { errorText, translate, type Translate } from '#renderer/i18n/text.ts';
import { codedErrorOf } from '#renderer/api/desk-api.ts';
import { dismissTopic, notify } from '#renderer/session/notices.ts';
import type { PasteNote, PasteReport } from '#shared/model/paste-report.ts';

const topic = 'paste';
const samplesShown = 2;

/**
 * Tells what became of a paste. Nothing is said of one that came in as it was; one that only was tidied goes by itself,
 * one that left something out stays until it is read.
 */
export function tellPaste(outcome: PasteOutcome): void {
  if (outcome.kind === 'plain') {
    const lines = [errorText(translate, codedErrorOf(outcome.thrown))];
    notify({ intent: 'warning', title: translate('paste.plainTitle'), lines, topic });
    return;
  }
  const { origin, notes } = outcome.report;
  dismissTopic(topic);
  if (notes.every(({ group }) => group === 'kept')) return;
  const hasLoss = notes.some(({ group }) => group === 'dropped');
  const title = translate('paste.title', { origin: translate(`paste.origin.${origin}`) });
  notify({
    intent: hasLoss ? 'warning' : 'info',
    title,
    lines: reportLines(outcome.report, translate),
    topic,
    passing: !hasLoss,
  });
}

const groups = ['kept', 'rescued', 'normalised', 'dropped'] as const;

/** A line for each group that has something: 整理：列表行 3、… What was left out is shown with samples. */
export function reportLines({ notes }: PasteReport, text: Translate): readonly string[] {
  return groups.flatMap((group) => {
    const entries = notes.filter((note) => note.group === group).map((note) => entryOf(note, text));
    return entries.length > 0
      ? [text('paste.line', { group: text(`paste.group.${group}`), what: entries.join(text('paste.comma')) })]
      : [];
  });
}

function entryOf({ group, kind, count, samples }: PasteNote, text: Translate): string {
  const words = text(`paste.kind.${kind}`);
  const shown = group === 'dropped' ? samples.slice(0, samplesShown).join(text('paste.comma')) : '';
  return shown === '' ? text('paste.entry', { words, count }) : text('paste.sample', { words, count, samples: shown });
}
