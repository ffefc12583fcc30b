import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { migrations } from '#main/db/migrations/registry.ts';

const folder = join(import.meta.dirname, '../../src/main/db/migrations');
const files = readdirSync(folder).filter((name) => /^\d{4}-/.test(name));

test('every migration is registered under the number and noun of its file, in steps of ten', () => {
  const names = migrations.map(({ version, name }) => `${String(version).padStart(4, '0')}-${name}.ts`);
  expect(names).toEqual(files.sort());
  expect(migrations.map(({ version }) => version)).toEqual(migrations.map((_, index) => (index + 1) * 10));
});

test.each(files)('%s has a test', (file) => {
  expect(existsSync(join(import.meta.dirname, '../main/db/migrations', file.replace('.ts', '.test.ts')))).toBe(true);
});
