import { beforeEach, expect, test } from 'vitest';
import { call } from '#renderer/api/desk-api.ts';
import { followEvents } from '#renderer/api/live-events.ts';
import { keys } from '#renderer/api/queries.ts';
import { queryClient } from '#renderer/api/query-client.ts';
import { defaultListView, type ListView } from '#shared/model/list-view.ts';
import { FakeDesk } from '#tests/helpers/fake-desk.ts';

const key = keys.listView('p1');
let desk: FakeDesk;
/** What the main process keeps. */
let kept: ListView;
/** Answers the change that is under way. */
let answer: (isKept: boolean) => void;

beforeEach(() => {
  kept = defaultListView;
  desk = new FakeDesk({
    'list:keep-view': async (view) => {
      await new Promise<void>((resolve, reject) => {
        answer = (isKept) => {
          if (isKept) resolve();
          else reject(new Error('the disk is full'));
        };
      });
      return view;
    },
    'app:open-external': async () => ({ opened: false }),
  });
  Object.assign(window, { addEventListener: () => undefined, removeEventListener: () => undefined });
  queryClient.clear();
  queryClient.setQueryData(key, kept);
  return followEvents();
});

const isStale = () => queryClient.getQueryState(key)?.isInvalidated === true;

test('what another window changed is read anew', () => {
  desk.send('app:changed', {});
  expect(isStale()).toBe(true);
});

test('what this window changes itself is not: its answer says it', async () => {
  const change = call('list:keep-view', { ...kept, compact: true });
  desk.send('app:changed', {});
  answer(true);
  await change;
  expect(isStale()).toBe(false);
});

test('what another window changed while this one did is read anew when that has ended', async () => {
  const change = call('list:keep-view', { ...kept, compact: true });
  desk.send('app:changed', {});
  desk.send('app:changed', {});
  expect(isStale()).toBe(false);
  answer(true);
  await change;
  expect(isStale()).toBe(true);
});

test('and also when the change of this window was refused', async () => {
  const change = call('list:keep-view', { ...kept, compact: true });
  desk.send('app:changed', {});
  answer(false);
  await expect(change).rejects.toThrow();
  expect(isStale()).toBe(true);
});
