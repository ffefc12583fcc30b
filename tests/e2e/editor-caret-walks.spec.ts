import { paragraph } from '#tests/builders/content.ts';
import type { CaretView, Place } from './editor-harness/caret-probe.ts';
import { load, look, stand } from './fixtures/caret-cases.ts';
import type { Layout } from './fixtures/caret-layouts.ts';
import { isUnit, kindNames, layoutsOf, longLayouts, spansOf, templates } from './fixtures/caret-layouts.ts';
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

/** The place that a walk calls so. */
function placeNamed(name: string): Place {
  const [block = 0, offset = 0] = name.match(/\d+/g)?.map(Number) ?? [];
  return name.startsWith('[') ? { kind: 'whole', block } : { kind: 'caret', block, offset };
}

/** Presses a key until it changes nothing more or makes room at an end of the document; answers the places on the way. */
async function walk(sheet: Sheet, key: string): Promise<readonly string[]> {
  const places: string[] = [];
  let view = await look(sheet);
  const { length } = view.document.children;
  while (places.at(-1) !== placeOf(view) && view.document.children.length === length) {
    expect(judgeView(view), `${key} at ${placeOf(view)}`).toEqual([]);
    expect(places, `${key} goes in circles`).not.toContain(placeOf(view));
    places.push(placeOf(view));
    await sheet.page.keyboard.press(key);
    view = await look(sheet);
  }
  return places;
}

/** Every place of the words, and every block that is selected as a whole, in order. A table is only where it comes first. */
function placesOf({ blocks }: Layout): readonly string[] {
  return blocks.flatMap((block, index) => [
    ...(isUnit(block) && (block.type !== 'table' || index === 0) ? [`[${String(index)}]`] : []),
    ...spansOf(block).flatMap(({ start, words }) =>
      Array.from({ length: words.length + 1 }, (_, at) => `${String(index)}:${String(start + at)}`),
    ),
  ]);
}

const layouts: readonly Layout[] = [...longLayouts(), ...kindNames.flatMap((kind) => layoutsOf(kind).slice(-2))];

test('→ goes from the start through every place to the end, ← back through every place', async ({ openSheet }) => {
  const sheet = await openSheet([], { boilerplates: templates });
  for (const layout of layouts) {
    await load(sheet, layout);
    const places = placesOf(layout);
    await enterStart(sheet);
    expect(await walk(sheet, 'ArrowRight'), layout.name).toEqual(places);
    await load(sheet, layout);
    await stand(sheet, placeNamed(places.at(-1) ?? '0:0'));
    expect(await walk(sheet, 'ArrowLeft'), layout.name).toEqual(places.toReversed());
    expect((await sheet.read()).children).toEqual(layout.blocks);
  }
});

test('↓ comes to every block on the way to the end, ↑ on the way back', async ({ openSheet }) => {
  const sheet = await openSheet([], { boilerplates: templates });
  for (const layout of layouts) {
    const all = layout.blocks.map((_, index) => String(index));
    await load(sheet, layout);
    await enterStart(sheet);
    expect(blocksOf(await walk(sheet, 'ArrowDown')), `${layout.name}, ↓`).toEqual(expect.arrayContaining(all));
    await load(sheet, layout);
    await stand(sheet, { kind: 'caret', block: 0, offset: 0 });
    await sheet.page.keyboard.press('Control+End');
    expect(blocksOf(await walk(sheet, 'ArrowUp')), `${layout.name}, ↑`).toEqual(expect.arrayContaining(all));
  }
});

test('Page keys come to the last block and back to the first, whatever stands between', async ({ openSheet }) => {
  const sheet = await openSheet([], { boilerplates: templates });
  for (const layout of longLayouts()) {
    await load(sheet, layout);
    await stand(sheet, { kind: 'caret', block: 0, offset: 0 });
    const last = layout.blocks.length - 1;
    expect(blocksOf(await walk(sheet, 'PageDown')).at(-1), layout.name).toBe(String(last));
    await sheet.page.keyboard.press('Control+End');
    expect(blocksOf(await walk(sheet, 'PageUp')).at(-1), layout.name).toBe('0');
  }
});

/** More than any layout has places. */
const mostPresses = 200;

test('Shift and an arrow select to the end of the document, whatever stands between, and never turn back', async ({
  openSheet,
}) => {
  const sheet = await openSheet([], { boilerplates: templates });
  for (const layout of longLayouts()) {
    const last = layout.blocks.length - 1;
    for (const [start, key, goal] of [
      ['Control+Home', 'ArrowRight', last],
      ['Control+Home', 'ArrowDown', last],
      ['Control+End', 'ArrowLeft', 0],
      ['Control+End', 'ArrowUp', 0],
    ] as const) {
      await load(sheet, layout);
      await stand(sheet, { kind: 'caret', block: 0, offset: 0 });
      await sheet.page.keyboard.press(start);
      const blocks: number[] = [];
      while (blocks.at(-1) !== goal && blocks.length < mostPresses) {
        await sheet.page.keyboard.press(`Shift+${key}`);
        const { selection } = await look(sheet);
        blocks.push(selection?.kind === 'words' ? selection.focus.block : -1);
      }
      expect(blocks.at(-1), `${layout.name}, Shift+${key}`).toBe(goal);
      const sorted = blocks.toSorted((a, b) => (goal === 0 ? b - a : a - b));
      expect(blocks, `${layout.name}, Shift+${key}`).toEqual(sorted);
    }
  }
});

/** Goes to the first place; Ctrl+Home stands behind a picture that comes first, in its caption. */
async function enterStart(sheet: Sheet): Promise<void> {
  await sheet.page.locator('.gq-text').focus();
  await sheet.page.keyboard.press('Control+Home');
  await walk(sheet, 'ArrowLeft');
}

function blocksOf(places: readonly string[]): readonly string[] {
  return places.map((place) => /\d+/.exec(place)?.[0] ?? place);
}

test('Ctrl+End comes to a place that is seen, from which writing goes on at the end, also from a picture that is selected', async ({
  openSheet,
}) => {
  for (const kind of kindNames) {
    const layout = layoutsOf(kind).at(-1);
    if (!layout) throw new Error('no layout');
    const blocks = layout.blocks.slice(0, layout.blocks.findLastIndex(isUnit) + 1);
    const last = blocks.at(-1);
    if (last === undefined) continue;
    const sheet = await openSheet([paragraph('前文'), ...blocks], { boilerplates: templates });
    await sheet.caret(0, 0);
    await sheet.page.keyboard.press('Control+End');
    const view = await look(sheet);
    expect(judgeView(view), kind).toEqual([]);
    const whole = `[${String(blocks.length)}]`;
    if (last.type !== 'figure') expect(placeOf(view), kind).toBe(whole);
    await sheet.page.keyboard.press('Enter');
    await sheet.page.keyboard.type('x');
    expect((await sheet.outline()).slice(-1), kind).toEqual(['p:x']);
    await stand(sheet, { kind: 'whole', block: blocks.length });
    await sheet.page.keyboard.press('Control+End');
    await sheet.page.keyboard.type('y');
    expect((await sheet.outline()).slice(-1), kind).toEqual(['p:xy']);
    await stand(sheet, { kind: 'whole', block: blocks.length });
    await sheet.page.keyboard.press('Control+Home');
    await sheet.page.keyboard.type('z');
    expect((await sheet.outline())[0], kind).toBe('p:z前文');
    await sheet.page.close();
  }
});
