import { expect, test } from 'vitest';
import { mostPlaces, sheetPlaceService } from '#main/services/sheet-place-service.ts';
import type { SheetPlace } from '#shared/model/sheet-place.ts';
import { firstReviewer, writer } from '#tests/builders/signatory.ts';
import { testId } from '#tests/fakes/counting-ids.ts';
import { openTestStore } from '#tests/helpers/open-test-store.ts';

const caret = { block: 12, offset: 5 };
const place: SheetPlace = { top: { block: 9, share: 0.25 }, selection: { kind: 'words', anchor: caret, focus: caret } };
const headline: SheetPlace = { top: null, selection: null };

test('each person finds each draft where they left it themselves', async () => {
  const settings = await openTestStore();
  let person = writer;
  const places = sheetPlaceService({ settings, desk: { person: async () => person } });
  expect(await places.read(testId(1))).toBeNull();
  await places.keep(testId(1), headline);
  await Promise.all([places.keep(testId(1), place), places.keep(testId(2), headline)]);
  expect(await places.read(testId(1))).toEqual(place);
  expect(await places.read(testId(2))).toEqual(headline);
  person = firstReviewer;
  expect(await places.read(testId(1))).toBeNull();
});

test('the drafts that were left longest ago are forgotten first', async () => {
  const places = sheetPlaceService({ settings: await openTestStore(), desk: { person: async () => writer } });
  for (let draft = 0; draft < mostPlaces; draft += 1) await places.keep(testId(draft), place);
  await places.keep(testId(0), headline);
  await places.keep(testId(mostPlaces), place);
  expect(await places.read(testId(0))).toEqual(headline);
  expect(await places.read(testId(1))).toBeNull();
  expect(await places.read(testId(2))).toEqual(place);
});

test('what another version of the app kept in a form of its own does no harm', async () => {
  const settings = await openTestStore();
  const places = sheetPlaceService({ settings, desk: { person: async () => writer } });
  await settings.writeSetting({ key: `sheet-places.${writer.id}`, value: '{"d1":3}' });
  expect(await places.read(testId(1))).toBeNull();
  await places.keep(testId(1), place);
  expect(await places.read(testId(1))).toEqual(place);
});
