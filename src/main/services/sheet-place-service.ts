import { z } from 'zod';
import { idSchema } from '#shared/ids.ts';
import { sheetPlaceSchema, type SheetPlace } from '#shared/model/sheet-place.ts';
import type { Desk } from './desk.ts';
import type { SettingsStore } from './ports/settings-store.ts';
import { readJson } from './read-json.ts';

export interface SheetPlaceService {
  /** Null for a draft that the present person has not left yet, or not for long. */
  read(draftId: string): Promise<SheetPlace | null>;
  keep(draftId: string, place: SheetPlace): Promise<void>;
}

/** So many drafts are remembered for each person; those that were left longest ago go first. */
export const mostPlaces = 200;

const placesSchema = z.array(z.tuple([idSchema, sheetPlaceSchema]));
type Places = ReadonlyMap<string, SheetPlace>;

/** Where each person left the drafts that they had on the sheet. */
export function sheetPlaceService({
  settings,
  desk,
}: {
  readonly settings: SettingsStore;
  readonly desk: Pick<Desk, 'person'>;
}): SheetPlaceService {
  /** One after the other: each writes all places of a person. */
  let keeping: Promise<void> = Promise.resolve();

  const ownKey = async () => `sheet-places.${(await desk.person()).id}`;
  const placesUnder = async (key: string) => placesOf(await settings.readSetting({ key }));

  async function keep(draftId: string, place: SheetPlace): Promise<void> {
    const key = await ownKey();
    const others = [...(await placesUnder(key))].filter(([id]) => id !== draftId);
    const places = [...others, [draftId, place]].slice(-mostPlaces);
    await settings.writeSetting({ key, value: JSON.stringify(places) });
  }

  return {
    async read(draftId) {
      await keeping;
      return (await placesUnder(await ownKey())).get(draftId) ?? null;
    },
    async keep(draftId, place) {
      const kept = keeping.then(async () => keep(draftId, place));
      keeping = kept.catch(() => undefined);
      return kept;
    },
  };
}

/** None where another version of the app kept them in a form of its own. */
function placesOf(stored: string | null): Places {
  const read = placesSchema.safeParse(readJson(stored));
  return new Map(read.success ? read.data : []);
}
