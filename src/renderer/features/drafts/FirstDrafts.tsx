import { useDraftList } from '#renderer/api/queries.ts';
import { useText } from '#renderer/i18n/text.ts';
import { draftActs } from '#renderer/session/draft-acts.ts';
import { writeOn } from '#renderer/session/draft-session.ts';
import { useListRequest } from '#renderer/session/list-state.ts';
import { attempt } from '#renderer/session/report-error.ts';
import { ago } from '#renderer/ui/format.ts';
import { useNow } from '#renderer/ui/use-now.ts';
import type { Language } from '#shared/model/settings.ts';
import { DraftMarks } from './DraftMarks.tsx';
import './draft-nav.css';

/** As many as stand on the smallest window beside what is said above them. */
const shown = 4;

/** The first lines of the list, for the middle of a window where the list itself is folded. */
export function FirstDrafts({ language }: { readonly language: Language }) {
  const text = useText();
  const now = useNow();
  const request = useListRequest();
  const { data } = useDraftList(request);
  const drafts = (data?.pages[0]?.items ?? []).filter((draft) => draft.trashedAt === null).slice(0, shown);
  if (drafts.length === 0) return null;
  const words = { justNow: text('drafts.justNow'), yesterday: text('drafts.yesterday') };
  return (
    <ul className="first-drafts" aria-label={text(`drafts.filter.${request.filter}`)}>
      {drafts.map((draft) => (
        <li key={draft.id}>
          <button type="button" className="draft-line" onClick={() => void attempt(() => goOnWith(draft.id))}>
            <span className="draft-headline">
              {draft.headline === '' ? <span className="dim">{text('drafts.untitled')}</span> : draft.headline}
            </span>
            <span className="draft-facts">
              <DraftMarks draft={draft} />
              <span className="draft-when">{ago(language, draft.updatedAt, now, words)}</span>
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}

async function goOnWith(draftId: string): Promise<void> {
  await draftActs().open(draftId);
  writeOn();
}
