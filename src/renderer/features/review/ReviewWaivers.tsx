import { useChecklist } from '#renderer/api/queries.ts';
import { useText } from '#renderer/i18n/text.ts';
import { findingWords } from '#renderer/session/finding-words.ts';

/** Warnings that somebody let stand, with the reasons: reviewers sign these too. */
export function ReviewWaivers({ draftId }: { readonly draftId: string }) {
  const text = useText();
  const { data: checklist } = useChecklist(draftId);
  const waived = checklist?.items.flatMap(({ finding, waiver }) => (waiver ? [{ finding, waiver }] : [])) ?? [];
  if (waived.length === 0) return null;
  return (
    <details className="review-records" open>
      <summary>{text('checklist.letStand', { count: waived.length })}</summary>
      <ol>
        {waived.map(({ finding, waiver }) => (
          <li key={finding.id}>
            <span>{findingWords(text, finding, 'title')}</span>
            <span className="faint">{waiver.by.name}</span>
            <span className="dim">{waiver.reason}</span>
          </li>
        ))}
      </ol>
    </details>
  );
}
