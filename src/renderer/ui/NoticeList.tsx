import type { ReactNode } from 'react';
import { NoticeBar, type ShownNotice } from './NoticeBar.tsx';
import './notice-list.css';

export interface NoticeListProps {
  readonly notices: readonly ShownNotice[];
  readonly dismissLabel: string;
  readonly onDismiss: (id: number) => void;
  /** Somebody has turned to it: it must not go by itself any more. */
  readonly onKeep: (id: number) => void;
  /** Stands below them all as long as it is given. */
  readonly children?: ReactNode;
}

/** Calm messages, newest last; read out politely, errors at once. */
export function NoticeList({ notices, dismissLabel, onDismiss, onKeep, children }: NoticeListProps) {
  return (
    <div ref={tellHeight} className="notices" aria-live="polite">
      {notices.map((notice) => (
        <NoticeBar
          key={notice.id}
          notice={notice}
          dismissLabel={dismissLabel}
          onDismiss={() => onDismiss(notice.id)}
          onKeep={() => onKeep(notice.id)}
        />
      ))}
      {children}
    </div>
  );
}

/** Tells the style sheets of what lies around how much room the messages take: `--notices-height`. */
function tellHeight(list: HTMLElement | null): (() => void) | undefined {
  if (list === null) return undefined;
  const watch = new ResizeObserver(() => {
    list.parentElement?.style.setProperty('--notices-height', `${String(list.offsetHeight)}px`);
  });
  watch.observe(list);
  return () => watch.disconnect();
}

/** Puts the focus into the newest message; Escape there dismisses it and gives the focus back. */
export function focusNotice(): void {
  const newest = [...document.querySelectorAll('.notices .notice')].at(-1);
  newest?.querySelector<HTMLElement>('summary, button')?.focus();
}
