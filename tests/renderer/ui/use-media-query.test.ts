import { afterEach, expect, test, vi } from 'vitest';
import { holdsOnScreen } from '#renderer/ui/use-media-query.ts';

afterEach(() => vi.unstubAllGlobals());

function show(media: 'screen' | 'print', width: number): void {
  const matchMedia = (query: string) => ({ matches: query === 'print' ? media === 'print' : width >= 1200 });
  vi.stubGlobal('window', { matchMedia });
}

test('paper is no narrow window: what was wide on the screen stays so while it is printed', () => {
  const wide = '(min-width: 1200px)';
  show('screen', 1920);
  expect(holdsOnScreen(wide)).toBe(true);
  show('print', 794);
  expect(holdsOnScreen(wide)).toBe(true);
  show('screen', 1024);
  expect(holdsOnScreen(wide)).toBe(false);
});
