import { expect, test } from 'vitest';
import { listHandlers } from '#main/ipc-handlers/list-handlers.ts';
import { listViewService } from '#main/services/list-view-service.ts';
import { defaultListView, type ListView } from '#shared/model/list-view.ts';
import { firstReviewer, writer } from '#tests/builders/signatory.ts';
import { openTestStore } from '#tests/helpers/open-test-store.ts';

const view: ListView = {
  searches: [{ name: '待审', query: '状态:待审', earlier: false, pinned: true }],
  facts: ['number'],
  compact: true,
};

test('each person has a list of their own, and finds it again', async () => {
  const settings = await openTestStore();
  let person = writer;
  let told = 0;
  const calls = listHandlers(listViewService({ settings, desk: { person: async () => person } }), () => (told += 1));
  expect(await calls['list:read-view']()).toEqual(defaultListView);
  expect(await calls['list:keep-view'](view)).toEqual(view);
  expect(told).toBe(1);
  expect(await calls['list:read-view']()).toEqual(view);
  person = firstReviewer;
  expect(await calls['list:read-view']()).toEqual(defaultListView);
});

test('what another version of the app kept in a form of its own does no harm', async () => {
  const settings = await openTestStore();
  const views = listViewService({ settings, desk: { person: async () => writer } });
  await settings.writeSetting({ key: `list-view.${writer.id}`, value: '{"columns":[1]}' });
  expect(await views.read()).toEqual(defaultListView);
});
