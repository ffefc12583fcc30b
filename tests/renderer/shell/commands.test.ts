import { describe, expect, test, vi } from 'vitest';
import { isPressed } from '#renderer/shell/commands/command.ts';

// What the acts act on looks for a window when it is read; none of it is used here.
vi.stubGlobal('window', {});
const { commands } = await import('#renderer/shell/commands/registry.ts');

const press = (key: string, held: readonly string[] = [], code = ''): Parameters<typeof isPressed>[1] => ({
  key,
  code,
  ctrlKey: held.includes('Ctrl'),
  metaKey: false,
  altKey: held.includes('Alt'),
  shiftKey: held.includes('Shift'),
});

describe('keys as people write them', () => {
  test.each([
    ['Ctrl N', press('n', ['Ctrl'])],
    ['Ctrl Shift F', press('F', ['Ctrl', 'Shift'])],
    ['F1', press('F1')],
    ['Shift F3', press('F3', ['Shift'])],
    ['Ctrl +', press('=', ['Ctrl'])],
    ['Ctrl +', press('+', ['Ctrl', 'Shift'])],
    ['Ctrl −', press('-', ['Ctrl'])],
    ['Ctrl 0', press('0', ['Ctrl'])],
    // A keyboard whose Alt gives another letter.
    ['Ctrl Alt M', press('µ', ['Ctrl', 'Alt'], 'KeyM')],
  ])('%s', (keys, pressed) => expect(isPressed(keys, pressed)).toBe(true));

  test.each([
    ['Ctrl N', press('n')],
    ['Ctrl N', press('N', ['Ctrl', 'Shift'])],
    ['Ctrl N', press('n', ['Ctrl', 'Alt'], 'KeyN')],
    ['F3', press('F3', ['Shift'])],
    ['Ctrl 0', press(')', ['Ctrl', 'Shift'])],
  ])('not %s', (keys, pressed) => expect(isPressed(keys, pressed)).toBe(false));
});

test('each act stands once in the list, and no key of the window has two', () => {
  const ids = commands.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  const keys = commands.filter(({ isWindowKey }) => isWindowKey).map((command) => command.keys);
  expect(keys).not.toContain(undefined);
  expect(new Set(keys).size).toBe(keys.length);
});

test('what stands there can be chosen by name or pressed', () => {
  for (const { id, run, keys, isWindowKey } of commands) {
    expect(run !== undefined || keys !== undefined, id).toBe(true);
    if (isWindowKey) expect(run, id).toBeDefined();
  }
});
