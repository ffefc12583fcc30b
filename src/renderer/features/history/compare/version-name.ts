import type { Translate } from '#renderer/i18n/text.ts';
import { dateTime } from '#renderer/ui/format.ts';
import type { RevisionSummary } from '#shared/model/revision.ts';

/** `第 12 版 · 手动保存 · 陈思 · 2026-11-28 10:30` */
export function versionName(text: Translate, revision: RevisionSummary): string {
  return [
    text('history.sequence', { value: revision.sequence }),
    text(`history.kind.${revision.kind}`),
    revision.by.name,
    dateTime(revision.at),
  ].join(' · ');
}
