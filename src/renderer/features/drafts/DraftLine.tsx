import { Menu, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import { useText } from '#renderer/i18n/text.ts';
import { ago, dateTime, grouped } from '#renderer/ui/format.ts';
import { Marked } from '#renderer/ui/Marked.tsx';
import type { DraftState, DraftSummary } from '#shared/model/draft.ts';
import type { Language } from '#shared/model/settings.ts';
import type { SearchHit } from '#shared/search/search-hit.ts';

const pillOf: Readonly<Record<DraftState, string>> = {
  drafting: 'pill',
  'first-review': 'pill pill-brand',
  'second-review': 'pill pill-brand',
  'final-review': 'pill pill-brand',
  returned: 'pill pill-error',
  'signed-off': 'pill pill-ok',
  published: 'pill pill-ok',
};

export interface DraftLineProps {
  readonly draft: DraftSummary;
  /** Why a search found it. */
  readonly hit: SearchHit | null;
  readonly language: Language;
  readonly now: number;
  readonly selected: boolean;
  readonly unsaved: boolean;
  readonly onOpen: () => void;
  readonly onTrash: () => void;
  readonly onUntrash: () => void;
}

/** One draft of the list; the context menu does all that can be done with it. */
export function DraftLine({
  draft,
  hit,
  language,
  now,
  selected,
  unsaved,
  onOpen,
  onTrash,
  onUntrash,
}: DraftLineProps) {
  const text = useText();
  const when = ago(language, draft.updatedAt, now, {
    justNow: text('drafts.justNow'),
    yesterday: text('drafts.yesterday'),
  });
  const facts = [
    when,
    text('status.characters', { value: grouped(draft.characters) }),
    ...(draft.figures > 0 ? [text('status.figures', { value: draft.figures })] : []),
  ];
  const marks = hit?.earlier === null ? hit.headline : [];
  return (
    <Menu openOnContext>
      <MenuTrigger disableButtonEnhancement>
        <button
          type="button"
          className="draft-line"
          aria-current={selected ? 'true' : undefined}
          title={draft.plannedAt === null ? undefined : dateTime(draft.plannedAt)}
          onClick={onOpen}
        >
          <span className="draft-headline">
            {unsaved && <span className="unsaved-dot" role="img" aria-label={text('drafts.unsaved')} />}
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
          <span className="draft-facts">
            {draft.conflict ? (
              <span className="pill pill-error">{text('drafts.conflict')}</span>
            ) : draft.state === 'drafting' && draft.toConfirm > 0 ? null : (
              <span className={pillOf[draft.state]}>{text(`states.${draft.state}`)}</span>
            )}
            {draft.toConfirm > 0 && (
              <span className="pill pill-warning">{text('status.toConfirm', { value: draft.toConfirm })}</span>
            )}
            <span className="draft-when">{facts.join(' · ')}</span>
          </span>
        </button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuItem onClick={onOpen}>{text('drafts.open')}</MenuItem>
          {draft.trashedAt === null ? (
            <MenuItem disabled={draft.state === 'published'} onClick={onTrash}>
              {text('drafts.trash')}
            </MenuItem>
          ) : (
            <MenuItem onClick={onUntrash}>{text('drafts.untrash')}</MenuItem>
          )}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
