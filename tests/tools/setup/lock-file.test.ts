import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { lackingOptionalPackages, platformOf, type LockFile } from '#tools/setup/lock-file.mjs';

const path = resolve(import.meta.dirname, '../../../package-lock.json');

// Behind a mirror of this system's packages alone, npm drops the others, and `npm ci` fails everywhere. Mend: node tools/complete-lock.mjs
it("names every system's binaries in package-lock.json", () => {
  const lock = JSON.parse(readFileSync(path, 'utf8')) as LockFile;
  expect(lackingOptionalPackages(lock)).toEqual([]);
});

it('names no registry in package-lock.json', () => {
  expect(readFileSync(path, 'utf8')).not.toMatch(/"resolved"/);
});

it('finds what a lock lacks', () => {
  const lock: LockFile = {
    packages: {
      'node_modules/a': {
        version: '1.0.0',
        dev: true,
        optionalDependencies: { '@a/linux-x64': '1.0.0', '@a/win32-x64': '1.0.0' },
      },
      'node_modules/@a/linux-x64': { version: '1.0.0' },
    },
  };
  expect(lackingOptionalPackages(lock)).toEqual([{ name: '@a/win32-x64', version: '1.0.0', dev: true }]);
});

it.each([
  ['@oxlint/binding-linux-arm64-musl', { os: ['linux'], cpu: ['arm64'], libc: ['musl'] }],
  ['@oxlint/binding-linux-x64-gnu', { os: ['linux'], cpu: ['x64'], libc: ['glibc'] }],
  ['@oxlint/binding-linux-arm-musleabihf', { os: ['linux'], cpu: ['arm'], libc: ['musl'] }],
  ['@oxlint-tsgolint/win32-arm64', { os: ['win32'], cpu: ['arm64'] }],
  ['@oxc-parser/binding-win32-ia32-msvc', { os: ['win32'], cpu: ['ia32'] }],
])('reads the system from the name %s', (name, expected) => {
  expect(platformOf(name)).toEqual(expected);
});
