import { existsSync, globSync, readFileSync } from 'node:fs';
import { posix, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const files = (pattern: string): string[] => globSync(pattern, { cwd: root }).map((path) => path.replaceAll('\\', '/'));
const read = (path: string): string => readFileSync(resolve(root, path), 'utf8');
const pathsWith = (pattern: string, text: RegExp): string[] => files(pattern).filter((path) => text.test(read(path)));

describe('what lint cannot see', () => {
  it('only the window-side API file touches window.gaoqian', () => {
    const users = pathsWith('src/renderer/**/*.{ts,tsx}', /\bwindow\s*\.\s*gaoqian\b|\bglobalThis\s*\.\s*gaoqian\b/);
    expect(users.filter((path) => !path.startsWith('src/renderer/api/'))).toEqual([]);
  });

  it('no feature of the window imports another', () => {
    const crossings = files('src/renderer/features/*/**/*.{ts,tsx}').flatMap((path) => {
      const own = path.split('/')[3] ?? '';
      const imported = [...read(path).matchAll(/#renderer\/features\/([\w-]+)\//g)].map(([, feature]) => feature ?? '');
      const climbing = [...read(path).matchAll(/from '(\.\.\/)+(?:features\/)?([\w-]+)\//g)].map(
        ([, , feature]) => feature ?? '',
      );
      const features = new Set(
        files('src/renderer/features/*/').map((folder) => folder.replace(/\/$/, '').split('/').at(-1)),
      );
      return [...imported, ...climbing.filter((name) => features.has(name))]
        .filter((feature) => feature !== own)
        .map((feature) => `${path} → ${feature}`);
    });
    expect(crossings).toEqual([]);
  });

  it('only the composition root and the entries of cli and portal read the environment', () => {
    const readers = pathsWith('src/**/*.{ts,tsx}', /\bprocess\s*\.\s*env\b/);
    const allowed = /^src\/(main\/composition-root\.ts|cli\/|portal\/main\.ts)/;
    expect(readers.filter((path) => !allowed.test(path))).toEqual([]);
  });

  it('only the database worker opens better-sqlite3 in the app', () => {
    const users = pathsWith('src/**/*.ts', /from 'better-sqlite3'/);
    expect(users.filter((path) => !/^src\/(main\/db|portal)\//.test(path))).toEqual([]);
  });

  it('the start of the program reads no library that only an act of a person needs', () => {
    const atStart = ['better-sqlite3', 'electron', 'parse5', 'qr', 'yauzl', 'zod'];
    expect([...packagesReadBy('src/main/index.ts')].filter((name) => !name.startsWith('node:')).toSorted()).toEqual(
      atStart,
    );
  });

  it('no source exports everything of another: no barrels', () => {
    expect([
      ...pathsWith('src/**/*.{ts,tsx}', /^export \* from/m),
      ...pathsWith('tools/**/*.ts', /^export \* from/m),
    ]).toEqual([]);
  });

  it('no test is skipped, focused or left for later', () => {
    const marks = new RegExp(`\\b(it|test|describe)\\.(${['skip', 'only', 'todo', 'fixme'].join('|')})\\b`);
    expect(pathsWith('tests/**/*.{ts,tsx}', marks)).toEqual([]);
  });
});

/** Packages that a module imports for more than their types, itself or by what it imports; not those that it loads later. */
function packagesReadBy(entry: string): ReadonlySet<string> {
  const packages = new Set<string>();
  const seen = new Set([entry]);
  for (const path of seen) {
    for (const [, from = ''] of read(path).matchAll(/^(?:import|export)(?! type)[^;]*? from '([^']+)';$/gm)) {
      if (from.startsWith('#')) seen.add(from.replace('#', 'src/'));
      else if (from.startsWith('.')) seen.add(posix.join(posix.dirname(path), from));
      else packages.add(from);
    }
  }
  return packages;
}

it.each(['src/shared/document', 'src/main/db', 'src/renderer/editor', 'tools/browser-host', 'tests/e2e'])(
  '%s says in a README how its commonest change is made',
  (folder) => {
    const path = `${folder}/README.md`;
    expect(existsSync(resolve(root, path))).toBe(true);
    expect(read(path).split('\n').length).toBeLessThanOrEqual(70);
  },
);
