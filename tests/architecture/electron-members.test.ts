import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as hostElectron from '#tools/browser-host/electron/index.ts';

const root = resolve(import.meta.dirname, '../..');
const sources = globSync('src/**/*.{ts,tsx}', { cwd: root }).map((path) => ({
  path: path.replaceAll('\\', '/'),
  text: readFileSync(resolve(root, path), 'utf8'),
}));

/** Values (not types) that a source imports from electron. */
function importedFromElectron(text: string): string[] {
  return [...text.matchAll(/import\s+(type\s+)?\{([^}]*)\}\s+from\s+'electron'/g)].flatMap(([, isType, names]) =>
    isType === undefined
      ? (names ?? '')
          .split(',')
          .map((name) => name.trim())
          .filter((name) => name !== '' && !name.startsWith('type '))
          .map((name) => name.split(/\s+as\s+/)[0] ?? '')
      : [],
  );
}

const mainImports = sources
  .filter(({ path }) => path.startsWith('src/main/'))
  .map(({ path, text }) => ({ path, text, names: importedFromElectron(text) }));
const usedNames = [...new Set(mainImports.flatMap(({ names }) => names))].toSorted();

describe('the browser host', () => {
  it('has every export of electron that src/main imports', () => {
    expect(usedNames.length).toBeGreaterThan(5);
    expect(usedNames.filter((name) => !(name in hostElectron))).toEqual([]);
  });

  it('has every member that src/main reads from them', () => {
    const missing = mainImports.flatMap(({ path, text, names }) =>
      names.flatMap((name) => {
        const target = (hostElectron as Record<string, object>)[name];
        const members = [...text.matchAll(new RegExp(`(?<![\\w.])${name}\\.(\\w+)`, 'g'))].map(
          ([, member]) => member ?? '',
        );
        return members
          .filter((member) => target === undefined || !(member in target))
          .map((member) => `${path}: ${name}.${member}`);
      }),
    );
    expect(missing).toEqual([]);
  });

  it('gives the preload what src/preload imports', () => {
    const boot = readFileSync(resolve(root, 'tools/browser-host/page/boot.ts'), 'utf8');
    const names = sources
      .filter(({ path }) => path.startsWith('src/preload/'))
      .flatMap(({ text }) => importedFromElectron(text));
    expect(names).toContain('contextBridge');
    for (const name of names) expect(boot).toMatch(new RegExp(`^  ${name}[,:]`, 'm'));
  });
});

const users = (name: string): string[] =>
  sources.filter(({ text }) => importedFromElectron(text).includes(name)).map(({ path }) => path);

describe('electron is imported', () => {
  it('by adapters, index.ts and the preload alone', () => {
    const others = sources.filter(
      ({ path, text }) => /from\s+'electron/.test(text) && !/^src\/(main\/(adapters\/|index\.ts)|preload\/)/.test(path),
    );
    expect(others.map(({ path }) => path)).toEqual([]);
  });

  it('with ipcMain in the router alone, and ipcRenderer in the preload alone', () => {
    expect(users('ipcMain')).toEqual(['src/main/adapters/ipc-router.ts']);
    expect(users('ipcRenderer')).toEqual(['src/preload/index.ts']);
  });
});
