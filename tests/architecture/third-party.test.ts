import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { isAccepted, shippedPackages, shippedRoots, thirdPartyPage } from '#tools/third-party.ts';

const packages = shippedPackages(shippedRoots());

it('ships packages under permissive or weak copyleft licences only', () => {
  expect(packages.length).toBeGreaterThan(50);
  expect(packages.filter((entry) => !isAccepted(entry.license))).toEqual([]);
});

it.each([
  ['MIT', true],
  ['(MPL-2.0 OR Apache-2.0)', true],
  ['Apache-2.0 AND LGPL-3.0-or-later', true],
  ['MIT AND GPL-3.0', false],
  ['GPL-3.0-or-later', false],
  ['', false],
])('judges %j', (license, expected) => {
  expect(isAccepted(license)).toBe(expected);
});

it('lists in docs/third-party.md what really ships', async () => {
  const written = readFileSync(resolve(import.meta.dirname, '../../docs/third-party.md'), 'utf8');
  expect(written).toBe(await thirdPartyPage(packages));
});
