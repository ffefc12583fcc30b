import { create } from 'zustand';
import type { ShownNotice } from '#renderer/ui/NoticeBar.tsx';

/** A calm message above the sheet. Never modal; it stays until it is dismissed, or goes by itself when `passing`. */
export interface Notice extends ShownNotice {
  readonly passing?: boolean;
  /** A second notice of the same topic takes the place of the first. */
  readonly topic?: string;
}

interface Notices {
  readonly shown: readonly Notice[];
}

export const useNotices = create<Notices>(() => ({ shown: [] }));

let lastId = 0;
const passingMilliseconds = 6000;
/** More than this would cover the sheet; the oldest goes. */
const mostShown = 3;

export function notify(notice: Omit<Notice, 'id'>): number {
  lastId += 1;
  const id = lastId;
  const others = useNotices
    .getState()
    .shown.filter((entry) => notice.topic === undefined || entry.topic !== notice.topic);
  useNotices.setState({ shown: [...others, { ...notice, id }].slice(-mostShown) });
  if (notice.passing) setTimeout(() => passBy(id), passingMilliseconds);
  return id;
}

function passBy(id: number): void {
  useNotices.setState(({ shown }) => ({ shown: shown.filter((entry) => entry.id !== id || !entry.passing) }));
}

export function dismiss(id: number): void {
  useNotices.setState(({ shown }) => ({ shown: shown.filter((entry) => entry.id !== id) }));
}

/** Changes a notice that is shown in its place. */
export function changeNotice(id: number, changes: Partial<Omit<Notice, 'id'>>): void {
  useNotices.setState(({ shown }) => ({
    shown: shown.map((entry) => (entry.id === id ? { ...entry, ...changes } : entry)),
  }));
}

/** A passing notice to which somebody has turned stays until it is dismissed. */
export function keepNotice(id: number): void {
  changeNotice(id, { passing: false });
}

export function dismissTopic(topic: string): void {
  useNotices.setState(({ shown }) => ({ shown: shown.filter((entry) => entry.topic !== topic) }));
}
