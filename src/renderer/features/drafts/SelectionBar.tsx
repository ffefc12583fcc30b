import { Button } from '@fluentui/react-components';
import { useText } from '#renderer/i18n/text.ts';
import { exportDrafts } from '#renderer/session/export-drafts.ts';
import { attempt } from '#renderer/session/report-error.ts';
import { useFocusBack } from '#renderer/ui/use-focus-back.ts';
import type { DraftSummary } from '#shared/model/draft.ts';
import { clearSelection, useListSelection } from './selection.ts';
import { purgeDrafts, trashDrafts, untrashDrafts, type TrashedDraft } from './trash.ts';

/** What can be done with all selected drafts; stands below the list while there are any. */
export function SelectionBar({
  drafts,
  trashed,
}: {
  readonly drafts: readonly DraftSummary[];
  /** Those of the selected that lie in the trash, where the trash is shown. */
  readonly trashed: readonly TrashedDraft[] | null;
}) {
  useFocusBack();
  const text = useText();
  const { ids } = useListSelection();
  const selected = drafts.filter(({ id }) => ids.has(id));
  if (selected.length === 0) return null;
  const movable = selected.filter(({ state }) => state !== 'published');
  return (
    <div className="selection-bar" role="toolbar" aria-label={text('drafts.selectionActs')}>
      <span>{text('drafts.selected', { count: selected.length })}</span>
      {trashed ? (
        <>
          <Button size="small" onClick={() => run(() => untrashDrafts(selected))}>
            {text('drafts.untrashShort')}
          </Button>
          <Button size="small" onClick={() => run(() => purgeDrafts(trashed))}>
            {text('trash.purge')}
          </Button>
        </>
      ) : (
        <>
          <Button size="small" onClick={() => void exportDrafts(selected.map(({ id }) => id))}>
            {text('exchange.exportShort')}
          </Button>
          <Button
            size="small"
            disabled={movable.length === 0}
            title={movable.length < selected.length ? text('drafts.publishedStay') : undefined}
            onClick={() => run(() => trashDrafts(movable))}
          >
            {text('drafts.trashShort')}
          </Button>
        </>
      )}
      <Button size="small" appearance="subtle" onClick={clearSelection}>
        {text('drafts.unselect')}
      </Button>
    </div>
  );
}

function run(act: () => Promise<void>): void {
  void attempt(async () => {
    await act();
    clearSelection();
  });
}
