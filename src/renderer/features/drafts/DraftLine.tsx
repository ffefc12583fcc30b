import { Menu, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import { memo } from 'react';
import { useText } from '#renderer/i18n/text.ts';
import { useDraftSession } from '#renderer/session/draft-session.ts';
import { ago, dateTime, grouped } from '#renderer/ui/format.ts';
import { Marked } from '#renderer/ui/Marked.tsx';
import type { DraftSummary, TrashFacts } from '#shared/model/draft.ts';
import { lineFacts, type LineFact } from '#shared/model/list-view.ts';
import type { Language } from '#shared/model/settings.ts';
import type { SearchHit } from '#shared/search/search-hit.ts';
import { DraftMarks } from './DraftMarks.tsx';
import type { TrashedDraft } from './trash.ts';
import { TrashLine } from './TrashLine.tsx';

export interface DraftLineProps {
  readonly draft: DraftSummary;
  /** Why a search found it. */
  readonly hit: SearchHit | null;
  readonly language: Language;
  readonly now: number;
  /** The name of the draft's column, where it has one. */
  readonly columnName: string | undefined;
  readonly facts: readonly LineFact[];
  /** What belongs to it, where it lies in the trash. */
  readonly trash: TrashFacts | null;
  /** It stands on the sheet. */
  readonly selected: boolean;
  /** It is one of several that are chosen; undefined while none is. */
  readonly picked: boolean | undefined;
  readonly acts: DraftLineActs;
}

/** What a line asks the list for. Always the same object, so that a line is drawn again only when it changed itself. */
export interface DraftLineActs {
  /** With `writes` the caret goes into the words. */
  readonly open: (draft: DraftSummary, hit: SearchHit | null, writes: boolean) => void;
  readonly openWindow: (draft: DraftSummary) => void;
  /** A click with Ctrl or Shift. */
  readonly pick: (draft: DraftSummary, through: boolean) => void;
  readonly export: (draft: DraftSummary) => void;
  readonly trash: (draft: DraftSummary) => void;
  readonly untrash: (draft: DraftSummary) => void;
  readonly purge: (trashed: TrashedDraft) => void;
}

/** The only part of the list that follows the keys: the words on the sheet are not safe yet. */
function UnsavedDot() {
  const text = useText();
  const unsaved = useDraftSession(({ save }) => save.kind !== 'saved' && save.kind !== 'unchanged');
  return unsaved && <span className="unsaved-dot" role="img" aria-label={text('drafts.unsaved')} />;
}

/** One draft of the list; the context menu does all that can be done with it. */
export const DraftLine = memo(function DraftLine(props: DraftLineProps) {
  const { draft, hit, language, now, columnName, facts: shownFacts, trash, selected, picked } = props;
  const { acts } = props;
  const text = useText();
  const when = ago(language, draft.updatedAt, now, {
    justNow: text('drafts.justNow'),
    yesterday: text('drafts.yesterday'),
  });
  const known: Readonly<Record<LineFact, string | undefined>> = {
    number: text('drafts.number', { value: draft.number }),
    column: columnName,
    author: draft.authorName,
    planned:
      draft.plannedAt === null ? undefined : text('drafts.plannedFor', { value: dateTime(draft.plannedAt).slice(5) }),
    changed: when,
    size: [
      text('status.characters', { value: grouped(draft.characters) }),
      ...(draft.figures > 0 ? [text('status.figures', { value: draft.figures })] : []),
    ].join(' · '),
  };
  const facts = lineFacts.filter((fact) => shownFacts.includes(fact)).flatMap((fact) => known[fact] ?? []);
  const marks = hit?.earlier === null ? hit.headline : [];
  return (
    <Menu openOnContext>
      <MenuTrigger disableButtonEnhancement>
        <button
          type="button"
          className="draft-line"
          aria-current={selected ? 'true' : undefined}
          title={draft.plannedAt === null ? undefined : dateTime(draft.plannedAt)}
          aria-pressed={picked}
          onClick={(event) => {
            if (event.ctrlKey || event.metaKey || event.shiftKey) acts.pick(draft, event.shiftKey);
            // Enter or a second press write on; after one press the list stays in hand.
            else acts.open(draft, hit, event.detail !== 1);
          }}
        >
          <span className="draft-headline">
            {selected && <UnsavedDot />}
            {draft.headline === '' ? (
              <span className="dim">{text('drafts.untitled')}</span>
            ) : (
              <Marked text={draft.headline} marks={marks} />
            )}
          </span>
          {hit?.excerpt && (
            <span className="draft-excerpt">
              <span className="draft-excerpt-field">
                {hit.earlier && `${text('search.earlierVersion', { sequence: hit.earlier.sequence })} · `}
                {text(`search.where.${hit.excerpt.field}`)}
              </span>{' '}
              <Marked text={hit.excerpt.text} marks={hit.excerpt.marks} />
            </span>
          )}
          {trash ? (
            <TrashLine draft={draft} facts={trash} language={language} now={now} />
          ) : (
            <span className="draft-facts">
              <DraftMarks draft={draft} />
              <span className="draft-when">{facts.join(' · ')}</span>
            </span>
          )}
        </button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuItem onClick={() => acts.open(draft, hit, true)}>{text('drafts.open')}</MenuItem>
          <MenuItem onClick={() => acts.openWindow(draft)}>{text('windows.openThis')}</MenuItem>
          <MenuItem onClick={() => acts.pick(draft, false)}>{text(picked ? 'drafts.unpick' : 'drafts.pick')}</MenuItem>
          {draft.trashedAt === null && (
            <MenuItem onClick={() => acts.export(draft)}>{text('exchange.export')}</MenuItem>
          )}
          {draft.trashedAt === null ? (
            <MenuItem disabled={draft.state === 'published'} onClick={() => acts.trash(draft)}>
              {text('drafts.trash')}
            </MenuItem>
          ) : (
            <>
              <MenuItem onClick={() => acts.untrash(draft)}>{text('drafts.untrash')}</MenuItem>
              <MenuItem
                disabled={trash?.mayPurge === false}
                title={trash?.mayPurge === false ? text('trash.packagedStay') : undefined}
                onClick={() => trash && acts.purge({ draft, facts: trash })}
              >
                {text('trash.purge')}
              </MenuItem>
            </>
          )}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
});
