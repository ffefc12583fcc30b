import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, type KeyboardEvent } from 'react';
import { useDraftList } from '#renderer/api/queries.ts';
import { useText } from '#renderer/i18n/text.ts';
import { draftActs } from '#renderer/session/draft-acts.ts';
import { useDraftSession } from '#renderer/session/draft-session.ts';
import { attempt } from '#renderer/session/report-error.ts';
import { Empty } from '#renderer/ui/Empty.tsx';
import { useNow } from '#renderer/ui/use-now.ts';
import type { DraftFilter, DraftSort } from '#shared/ipc/channels/draft.ts';
import type { Language } from '#shared/model/settings.ts';
import { DraftLine } from './DraftLine.tsx';
import { trashDraft, untrashDraft } from './trash.ts';

export interface DraftListProps {
  readonly filter: DraftFilter;
  readonly sort: DraftSort;
  readonly query: string;
  readonly language: Language;
  readonly onOpened: () => void;
}

/** Pixels of a line with a headline of two lines; real heights are measured. */
const usualHeight = 76;

/** The drafts of one filter. Only the lines in sight are in the page; more are fetched on the way down. */
export function DraftList({ filter, sort, query, language, onOpened }: DraftListProps) {
  const text = useText();
  const now = useNow();
  const scroller = useRef<HTMLDivElement>(null);
  const openId = useDraftSession((session) => session.opened?.summary.id);
  const unsaved = useDraftSession((session) => session.save.kind !== 'saved' && session.save.kind !== 'unchanged');
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage, isPending } = useDraftList(filter, sort, query);
  const drafts = data?.pages.flatMap((page) => page.items) ?? [];
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

  const open = (draftId: string) => {
    void attempt(() => draftActs().open(draftId));
    onOpened();
  };

  const move = (event: KeyboardEvent<HTMLDivElement>) => {
    const from = Number((event.target as HTMLElement).closest<HTMLElement>('[data-index]')?.dataset['index'] ?? -1);
    const to = { ArrowDown: from + 1, ArrowUp: from - 1, Home: 0, End: drafts.length - 1 }[event.key];
    if (to === undefined || from < 0) return;
    event.preventDefault();
    const index = Math.max(0, Math.min(drafts.length - 1, to));
    virtual.scrollToIndex(index);
    requestAnimationFrame(() =>
      scroller.current?.querySelector<HTMLElement>(`[data-index="${index}"] button`)?.focus(),
    );
  };

  if (drafts.length === 0) {
    if (isPending) return <div className="draft-list" />;
    return (
      <div className="draft-list">
        <Empty title={text(query === '' ? `drafts.empty.${filter}` : 'drafts.nothingFound')} />
      </div>
    );
  }

  return (
    <div className="draft-list" ref={scroller} onKeyDown={move}>
      <ul className="draft-lines" aria-label={text('drafts.list')} style={{ height: virtual.getTotalSize() }}>
        {lines.map((line) => {
          const draft = drafts[line.index];
          return (
            draft && (
              <li
                key={line.key}
                ref={virtual.measureElement}
                data-index={line.index}
                aria-setsize={hasNextPage ? -1 : drafts.length}
                aria-posinset={line.index + 1}
                style={{ transform: `translateY(${line.start}px)` }}
              >
                <DraftLine
                  draft={draft}
                  language={language}
                  now={now}
                  selected={draft.id === openId}
                  unsaved={draft.id === openId && unsaved}
                  onOpen={() => open(draft.id)}
                  onTrash={() => void attempt(() => trashDraft(draft))}
                  onUntrash={() => void attempt(() => untrashDraft(draft))}
                />
              </li>
            )
          );
        })}
      </ul>
    </div>
  );
}
