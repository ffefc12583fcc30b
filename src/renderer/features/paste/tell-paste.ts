import type { PasteOutcome } from '#renderer/editor/paste/paste-parts.ts';
import { errorText, translate, type Translate } from '#renderer/i18n/text.ts';
import { codedErrorOf } from '#renderer/api/desk-api.ts';
import { draftSession, useDraftSession } from '#renderer/session/draft-session.ts';
import { dismissTopic, notify, useNotices } from '#renderer/session/notices.ts';
import type { ShownFold } from '#renderer/ui/NoticeBar.tsx';
import type { PasteNote, PasteReport } from '#shared/model/paste-report.ts';

const topic = 'paste';

/**
 * Tells what became of a paste. Nothing is said of one that came in as it was; one that only was tidied goes by itself,
 * one that left something out stays until it is read.
 */
export function tellPaste(outcome: PasteOutcome): void {
  if (outcome.kind === 'plain') {
    const lines = [errorText(translate, codedErrorOf(outcome.thrown))];
    const folds = reportFolds(outcome.report, translate);
    notify({ intent: 'warning', title: translate('paste.plainTitle'), lines, folds, topic });
    endWithPaste();
    return;
  }
  const { origin, notes } = outcome.report;
  dismissTopic(topic);
  if (notes.every(({ group }) => group === 'kept')) return;
  const hasLoss = notes.some(({ group }) => group === 'dropped');
  notify({
    intent: hasLoss ? 'warning' : 'info',
    title: translate('paste.title', { origin: translate(`paste.origin.${origin}`) }),
    folds: reportFolds(outcome.report, translate),
    topic,
    passing: !hasLoss,
  });
  endWithPaste();
}

/** The report goes when its paste is taken back or another draft is on the sheet. */
function endWithPaste(): void {
  const { handle } = draftSession();
  const steps = handle?.readHistory().undo.length ?? 0;
  const stop = useDraftSession.subscribe((session) => {
    const isLeft = session.handle !== handle;
    // Only after an undo there is something to do again, and something to count.
    const isBack = session.selection?.canRedo === true && (handle?.readHistory().undo.length ?? 0) < steps;
    if (isLeft || isBack) dismissTopic(topic);
    if (!useNotices.getState().shown.some((notice) => notice.topic === topic)) stop();
  });
}

const groups = ['kept', 'rescued', 'normalised', 'dropped'] as const;

/** A fold for each group that has something (整理：列表行 3；…), inside it each kind with its samples. */
export function reportFolds({ notes }: PasteReport, text: Translate): readonly ShownFold[] {
  return groups.flatMap((group): ShownFold[] => {
    const found = notes.filter((note) => note.group === group);
    if (found.length === 0) return [];
    const entries = found.map((note) => ({ title: titleOf(note, text), samples: note.samples }));
    const what = entries.map(({ title }) => title).join(text('paste.comma'));
    const title = text('paste.line', { group: text(`paste.group.${group}`), what });
    return [{ title, entries, isOpen: group === 'dropped' }];
  });
}

function titleOf({ kind, count }: PasteNote, text: Translate): string {
  return text('paste.entry', { words: text(`paste.kind.${kind}`), count });
}
