import type { HarnessWindow } from './editor-harness/harness-window.ts';
import { load, tryKeys } from './fixtures/caret-cases.ts';
import { deletion, keyRows } from './fixtures/caret-keys.ts';
import { kindNames, layoutsOf, placesIn, templates } from './fixtures/caret-layouts.ts';
import { expect, test } from './fixtures/sheet-page.ts';

/** Every how many-th key is pressed at a place; the next place takes the next ones, so that each kind meets each key. */
const stride = process.env['GAOQIAN_CARET_MATRIX'] === 'full' ? 1 : 4;

/**
 * Block kind × position × key: the keys of `caret-keys.ts` from every place of every layout of `caret-layouts.ts`, judged by
 * `caret-oracle.ts`. A line of what fails says what to press where.
 */
for (const kind of kindNames) {
  test(`no key beside or in a ${kind} loses, traps or hides words`, async ({ openSheet }) => {
    // Some hundreds of keys, thousands in the long run.
    test.slow();
    const sheet = await openSheet([], { boilerplates: templates });
    const troubles: string[] = [];
    let turn = 0;
    for (const layout of layoutsOf(kind)) {
      await load(sheet, layout);
      for (const place of placesIn(layout.blocks)) {
        const rows = keyRows.filter((_, index) => (index + turn) % stride === 0);
        troubles.push(...(await tryKeys(sheet, layout, place, rows)));
        turn += 1;
      }
    }
    expect(troubles).toEqual([]);
  });
}

test('a key that eats the block behind the caret would be found', async ({ openSheet }) => {
  const sheet = await openSheet([]);
  const layout = layoutsOf('figure').find(({ blocks }) => blocks.length === 3);
  if (!layout) throw new Error('no layout with a block between two others');
  await load(sheet, layout);
  await sheet.page.evaluate(() => {
    addEventListener(
      'keydown',
      (event) => {
        event.preventDefault();
        event.stopPropagation();
        const { handle } = window as unknown as HarnessWindow;
        const document = handle.read();
        handle.applyDocument({ ...document, children: document.children.filter((_, index) => index !== 1) });
      },
      true,
    );
  });
  const [trouble] = await tryKeys(sheet, layout, { kind: 'caret', block: 0, offset: 4 }, [[deletion]]);
  expect(trouble).toContain('was lost');
});
