import { beforeEach, expect, test, vi } from 'vitest';
import { fetchPlace, keepPlace, knownPlace } from '#renderer/session/sheet-places.ts';
import type { SheetPlace } from '#shared/model/sheet-place.ts';

const place: SheetPlace = { top: { block: 7, share: 0.5 }, selection: null };
let person = 'writer';
let isReachable = true;

/** The store of the main process, which has a place for each person and draft. */
beforeEach(() => {
  const kept = new Map<string, SheetPlace>();
  person = 'writer';
  isReachable = true;
  vi.stubGlobal('window', {
    gaoqian: {
      invoke: async (channel: string, request: { draftId: string; place?: SheetPlace }) => {
        if (!isReachable) return { ok: false, error: { code: 'internal', params: {} } };
        const key = `${person} ${request.draftId}`;
        if (channel === 'draft:keep-place' && request.place) kept.set(key, request.place);
        return { ok: true, value: channel === 'draft:read-place' ? (kept.get(key) ?? null) : {} };
      },
    },
  });
  return () => vi.unstubAllGlobals();
});

test('a draft is known to have been left where it was', async () => {
  await keepPlace('a', place);
  await fetchPlace('a');
  expect(knownPlace('a')).toEqual(place);
  expect(knownPlace('b')).toBeNull();
});

test('whoever sits down after somebody sees it from its top', async () => {
  await keepPlace('a', place);
  person = 'reviewer';
  await fetchPlace('a');
  expect(knownPlace('a')).toBeNull();
  person = 'writer';
  await fetchPlace('a');
  expect(knownPlace('a')).toEqual(place);
});

test('a place that cannot be kept or read holds up nothing', async () => {
  isReachable = false;
  await keepPlace('a', place);
  await fetchPlace('a');
  expect(knownPlace('a')).toBeNull();
});
