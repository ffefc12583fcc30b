import { useText } from '#renderer/i18n/text.ts';
import type { DraftState, DraftSummary } from '#shared/model/draft.ts';

const pillOf: Readonly<Record<DraftState, string>> = {
  drafting: 'pill',
  'first-review': 'pill pill-brand',
  'second-review': 'pill pill-brand',
  'final-review': 'pill pill-brand',
  returned: 'pill pill-error',
  'signed-off': 'pill pill-ok',
  published: 'pill pill-ok',
};

/** Where a draft stands, and what in it is to be confirmed: that says 初稿 by itself. */
export function DraftMarks({ draft }: { readonly draft: DraftSummary }) {
  const text = useText();
  return (
    <>
      {draft.conflict ? (
        <span className="pill pill-error">{text('drafts.conflict')}</span>
      ) : draft.state === 'drafting' && draft.toConfirm > 0 ? null : (
        <span className={pillOf[draft.state]}>{text(`states.${draft.state}`)}</span>
      )}
      {draft.toConfirm > 0 && (
        <span className="pill pill-warning">{text('status.toConfirm', { value: draft.toConfirm })}</span>
      )}
    </>
  );
}
