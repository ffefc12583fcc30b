import { Button } from '@fluentui/react-components';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useDraftList, type DraftListRequest } from '#renderer/api/queries.ts';
import { useText } from '#renderer/i18n/text.ts';
import { draftActs } from '#renderer/session/draft-acts.ts';
import { draftSession, useDraftSession, writeOn } from '#renderer/session/draft-session.ts';
import { changeList } from '#renderer/session/list-state.ts';
import { useListView } from '#renderer/session/list-view.ts';
import { exportDrafts } from '#renderer/session/export-drafts.ts';
import { attempt } from '#renderer/session/report-error.ts';
import { openWindow } from '#renderer/session/this-window.ts';
import { Empty } from '#renderer/ui/Empty.tsx';
import { grouped } from '#renderer/ui/format.ts';
import { useNow } from '#renderer/ui/use-now.ts';
import type { BureauProfile } from '#shared/model/bureau-profile.ts';
import type { DraftSummary } from '#shared/model/draft.ts';
import type { SearchHit } from '#shared/search/search-hit.ts';
import type { Language } from '#shared/model/settings.ts';
import { DraftLine, type DraftLineActs } from './DraftLine.tsx';
import { listKeyAct } from './list-keys.ts';
import { clearSelection, selectAll, selectThrough, toggleSelected, useListSelection } from './selection.ts';
import { SelectionBar } from './SelectionBar.tsx';
import { purgeDrafts, trashDrafts, untrashDrafts, type TrashedDraft } from './trash.ts';
import { useListFocus } from './use-list-focus.ts';

export interface DraftListProps {
  readonly request: DraftListRequest;
  readonly profile: BureauProfile;
  readonly language: Language;
  readonly onOpened: () => void;
  readonly onHit: (hit: SearchHit) => void;
}

/** Pixels of a line with a headline of two lines; real heights are measured. */
const usualHeight = 76;

/** The drafts of one filter. Only the lines in sight are in the page; more are fetched on the way down. */
export function DraftList({ request, profile, language, onOpened, onHit }: DraftListProps) {
  const text = useText();
  const now = useNow();
  const scroller = useRef<HTMLDivElement>(null);
  const openId = useDraftSession((session) => session.opened?.summary.id);
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage, isPending } = useDraftList(request);
  const { filter, query } = request;
  const view = useListView();
  const picked = useListSelection((selection) => selection.ids);
  const columnNames = useMemo(() => new Map(profile.columns.map(({ id, name }) => [id, name])), [profile]);
  const drafts = useMemo(() => data?.pages.flatMap((page) => page.items) ?? [], [data]);
  const hits = useMemo(() => data?.pages.flatMap((page) => page.hits) ?? [], [data]);
  const trash = useMemo(() => data?.pages.flatMap((page) => page.trash) ?? [], [data]);
  const ids = useMemo(() => drafts.map(({ id }) => id), [drafts]);
  useEffect(clearSelection, [request]);
  // oxlint-disable-next-line react/incompatible-library -- the virtualizer's functions are read while drawing, never memoised
  const virtual = useVirtualizer({
    count: drafts.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => usualHeight,
    getItemKey: (index) => drafts[index]?.id ?? index,
    overscan: 8,
  });
  const lines = virtual.getVirtualItems();
  const lastInSight = lines.at(-1)?.index ?? 0;

  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && lastInSight >= drafts.length - 10) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, lastInSight, drafts.length, fetchNextPage]);

  const latest = useRef({ ids, onOpened, onHit });
  useEffect(() => {
    latest.current = { ids, onOpened, onHit };
  });
  const [acts] = useState<DraftLineActs>(() => ({
    open({ id }, hit, writes) {
      void attempt(async () => {
        await draftActs().open(id);
        if (draftSession().opened?.summary.id !== id) return;
        if (hit) latest.current.onHit(hit);
        else if (writes) writeOn();
      });
      latest.current.onOpened();
    },
    openWindow: ({ id }) => void attempt(() => openInWindow(id)),
    pick: ({ id }, through) => (through ? selectThrough(id, latest.current.ids) : toggleSelected(id)),
    export: ({ id }) => void exportDrafts([id]),
    trash: (draft) => void attempt(() => trashDrafts([draft])),
    untrash: (draft) => void attempt(() => untrashDrafts([draft])),
    purge: (trashed) => purge([trashed]),
  }));

  /** A line that stands there has the focus before the next key comes: that may open it, or take it to the trash. */
  const goTo = (index: number) => {
    const lineButton = () => scroller.current?.querySelector<HTMLElement>(`[data-index="${index}"] button`);
    if (index < 0) return scroller.current?.focus();
    virtual.scrollToIndex(index);
    const drawn = lineButton();
    if (drawn) drawn.focus({ preventScroll: true });
    else requestAnimationFrame(() => lineButton()?.focus());
  };
  const noteFocus = useListFocus(ids, goTo);
  const trashed = (chosen: ReadonlySet<string>): TrashedDraft[] =>
    drafts.flatMap((draft, index) => {
      const facts = trash[index];
      return facts && chosen.has(draft.id) ? [{ draft, facts }] : [];
    });
  const press = (event: KeyboardEvent<HTMLDivElement>) => {
    const from = Number((event.target as HTMLElement).closest<HTMLElement>('[data-index]')?.dataset['index'] ?? -1);
    const draft = drafts[from];
    const act = draft && listKeyAct(event, from, drafts.length);
    if (!act || (act.kind === 'clear' && picked.size === 0)) return;
    event.preventDefault();
    if (act.kind === 'go') {
      const next = drafts[act.to];
      if (act.extend && next) {
        selectThrough(draft.id, ids);
        selectThrough(next.id, ids);
      }
      goTo(act.to);
    } else if (act.kind === 'all') selectAll(ids);
    else if (act.kind === 'clear') clearSelection();
    else if (act.kind === 'toggle') toggleSelected(draft.id);
    else if (filter === 'trash') purge(trashed(picked.size > 0 ? picked : new Set([draft.id])));
    else remove(picked.size > 0 ? drafts.filter(({ id }) => picked.has(id)) : [draft]);
  };
  if (drafts.length === 0) {
    if (isPending) return <div className="draft-list" />;
    return (
      <div className="draft-list" ref={scroller} tabIndex={-1} onFocus={noteFocus} onBlur={noteFocus}>
        {query === '' ? (
          <Empty title={text(`drafts.empty.${filter}`)} />
        ) : (
          <NothingFound query={query} elsewhere={data?.pages[0]?.counts.all ?? 0} />
        )}
      </div>
    );
  }

  return (
    <>
      <div
        className="draft-list"
        data-compact={view.compact}
        ref={scroller}
        onKeyDown={press}
        onFocus={noteFocus}
        onBlur={noteFocus}
      >
        <ul className="draft-lines" aria-label={text('drafts.list')} style={{ height: virtual.getTotalSize() }}>
          {lines.map((line) => {
            const draft = drafts[line.index];
            const hit = hits[line.index] ?? null;
            return (
              draft && (
                <li
                  key={line.key}
                  ref={virtual.measureElement}
                  data-index={line.index}
                  aria-setsize={hasNextPage ? -1 : drafts.length}
                  aria-posinset={line.index + 1}
                  style={{ top: line.start }}
                >
                  <DraftLine
                    draft={draft}
                    hit={hit}
                    language={language}
                    now={now}
                    columnName={columnNames.get(draft.columnId)}
                    facts={view.facts}
                    trash={trash[line.index] ?? null}
                    selected={draft.id === openId}
                    picked={picked.size === 0 ? undefined : picked.has(draft.id)}
                    acts={acts}
                  />
                </li>
              )
            );
          })}
        </ul>
      </div>
      {picked.size > 0 && <SelectionBar drafts={drafts} trashed={filter === 'trash' ? trashed(picked) : null} />}
    </>
  );
}

/** A draft that stands on this sheet goes over to the new window. */
async function openInWindow(draftId: string): Promise<void> {
  if (draftSession().opened?.summary.id === draftId) {
    await draftActs().flush();
    draftActs().close();
  }
  await openWindow(draftId);
}

/** Published drafts stay: the portal shows them. */
function remove(chosen: readonly DraftSummary[]): void {
  const movable = chosen.filter(({ state, trashedAt }) => state !== 'published' && trashedAt === null);
  if (movable.length === 0) return;
  void attempt(async () => {
    await trashDrafts(movable);
    clearSelection();
  });
}

function purge(chosen: readonly TrashedDraft[]): void {
  void attempt(async () => {
    await purgeDrafts(chosen);
    clearSelection();
  });
}

function NothingFound({ query, elsewhere }: { readonly query: string; readonly elsewhere: number }) {
  const text = useText();
  return (
    <>
      <Empty title={text('search.nothing', { query })} hint={text('search.nothingHint')} />
      {elsewhere > 0 && (
        <Button
          className="list-elsewhere"
          appearance="secondary"
          size="small"
          onClick={() => changeList({ filter: 'all' })}
        >
          {text('search.elsewhere', { count: grouped(elsewhere) })}
        </Button>
      )}
    </>
  );
}
