import { beforeEach, expect, test, vi } from 'vitest';
import { showSave } from '#renderer/features/drafts/show-save.ts';
import { useDraftSession, type SessionSaveStatus } from '#renderer/session/draft-session.ts';

/** A page that paints each 16 ms and is never idle: what waits for it is done when its time is up. */
beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('requestAnimationFrame', (paint: () => void) => setTimeout(paint, 16));
  vi.stubGlobal('cancelAnimationFrame', clearTimeout);
  vi.stubGlobal('requestIdleCallback', (run: () => void, { timeout }: { timeout: number }) => setTimeout(run, timeout));
  vi.stubGlobal('cancelIdleCallback', clearTimeout);
  useDraftSession.setState({ save: earlier });
  return () => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  };
});

const earlier: SessionSaveStatus = { kind: 'saved', at: '2026-05-06T01:00:00.000Z' };
const later: SessionSaveStatus = { kind: 'saved', at: '2026-05-06T01:00:09.000Z' };
const shown = () => useDraftSession.getState().save;

test('words that are not saved are told of within 0.32 s, also where a save begins meanwhile', () => {
  showSave({ kind: 'dirty' }, () => true);
  vi.advanceTimersByTime(300);
  showSave({ kind: 'saving' }, () => true);
  expect(shown()).toEqual(earlier);
  vi.advanceTimersByTime(16);
  expect(shown()).toEqual({ kind: 'saving' });
});

test('what is saved is told of at once, and nothing older after it', () => {
  showSave({ kind: 'dirty' }, () => true);
  showSave(later, () => true);
  expect(shown()).toEqual(later);
  vi.advanceTimersByTime(1000);
  expect(shown()).toEqual(later);
});

test('of a draft that has left the sheet nothing is told', () => {
  let isOnSheet = true;
  showSave({ kind: 'dirty' }, () => isOnSheet);
  isOnSheet = false;
  vi.advanceTimersByTime(1000);
  showSave(later, () => isOnSheet);
  expect(shown()).toEqual(earlier);
});
