import { defaultListView, listViewSchema, type ListView } from '#shared/model/list-view.ts';
import type { Desk } from './desk.ts';
import type { SettingsStore } from './ports/settings-store.ts';

export interface ListViewService {
  /** The usual arrangement for somebody who has kept none, or one that a later app kept in another form. */
  read(): Promise<ListView>;
  keep(view: ListView): Promise<ListView>;
}

/** How each person arranges their list of drafts: own searches, what lines say, how close they stand. */
export function listViewService({
  settings,
  desk,
}: {
  readonly settings: SettingsStore;
  readonly desk: Pick<Desk, 'person'>;
}): ListViewService {
  const ownKey = async () => `list-view.${(await desk.person()).id}`;
  return {
    async read() {
      const stored = await settings.readSetting({ key: await ownKey() });
      return viewOf(stored);
    },
    async keep(view) {
      await settings.writeSetting({ key: await ownKey(), value: JSON.stringify(view) });
      return view;
    },
  };
}

function viewOf(stored: string | null): ListView {
  if (stored === null) return defaultListView;
  const read = listViewSchema.safeParse(JSON.parse(stored));
  return read.success ? read.data : defaultListView;
}
