import { expect, test } from 'vitest';
import { queries } from '#main/db/queries/registry.ts';
import { createdAt } from '#tests/builders/database-draft.ts';
import { firstReviewer, writer } from '#tests/builders/signatory.ts';
import { openTestDatabase } from '#tests/helpers/open-test-database.ts';

test('people come back in the order in which they came', async () => {
  const database = await openTestDatabase();
  const persons = [firstReviewer, writer].map((person) => ({ ...person, createdAt }));
  for (const person of persons) queries.insertPerson(database, { person });
  expect(queries.listPersons(database)).toEqual(persons);
});

test('a setting is written, written over and taken away', async () => {
  const database = await openTestDatabase();
  const read = () => queries.readSetting(database, { key: 'theme' });
  expect(read()).toBeNull();
  for (const value of ['dark', 'light', null]) {
    queries.writeSetting(database, { key: 'theme', value });
    expect(read()).toBe(value);
  }
});

test('a key is trusted as it was first accepted', async () => {
  const database = await openTestDatabase();
  const key = { fingerprint: 'A1B2', publicKey: 'RWQ=', name: '股室电脑', trustedAt: createdAt };
  expect(queries.findTrustedKey(database, { fingerprint: 'A1B2' })).toBeNull();
  queries.insertTrustedKey(database, { key });
  queries.insertTrustedKey(database, { key: { ...key, publicKey: 'RWR=', name: '冒名' } });
  expect(queries.findTrustedKey(database, { fingerprint: 'A1B2' })).toEqual(key);
});
