import type { CaretView } from './editor-harness/caret-probe.ts';
import { load, look, stand } from './fixtures/caret-cases.ts';
import { longLayouts, templates } from './fixtures/caret-layouts.ts';
import { judgeView } from './fixtures/caret-oracle.ts';
import type { Sheet } from './fixtures/sheet-page.ts';
import { expect, test } from './fixtures/sheet-page.ts';

/** A place in words, short: `block:offset`, `[block]` for one that is selected. */
function placeOf({ selection }: CaretView): string {
  if (selection === null) return 'nowhere';
  if (selection.kind === 'cells') return `[${String(selection.block)}]`;
  if (selection.kind === 'units') return `[${selection.blocks.join()}]`;
  return `${String(selection.focus.block)}:${String(selection.focus.offset)}`;
}

/** Presses a key until it changes nothing more; answers the places on the way. */
async function walk(sheet: Sheet, key: string): Promise<readonly string[]> {
  const places: string[] = [];
  for (let view = await look(sheet); places.at(-1) !== placeOf(view); view = await look(sheet)) {
    expect(judgeView(view), `${key} at ${placeOf(view)}`).toEqual([]);
    expect(places, `${key} goes in circles`).not.toContain(placeOf(view));
    places.push(placeOf(view));
    await sheet.page.keyboard.press(key);
  }
  return places;
}

test('Page keys come to the last block and back to the first, whatever stands between', async ({ openSheet }) => {
  const sheet = await openSheet([], { boilerplates: templates });
  for (const layout of longLayouts()) {
    await load(sheet, layout);
    await stand(sheet, { kind: 'caret', block: 0, offset: 0 });
    const last = layout.blocks.length - 1;
    expect(blocksOf(await walk(sheet, 'PageDown')).at(-1), layout.name).toBe(String(last));
    await enter(sheet, 'Control+End');
    expect(blocksOf(await walk(sheet, 'PageUp')).at(-1), layout.name).toBe('0');
  }
});

/** Goes to the first or last place by keys; Ctrl+Home stands behind a picture that comes first, in its caption. */
async function enter(sheet: Sheet, press: 'Control+Home' | 'Control+End'): Promise<void> {
  await sheet.page.locator('.gq-text').focus();
  await sheet.page.keyboard.press(press);
  await walk(sheet, press === 'Control+Home' ? 'ArrowLeft' : 'ArrowRight');
}

function blocksOf(places: readonly string[]): readonly string[] {
  return places.map((place) => /\d+/.exec(place)?.[0] ?? place);
}
