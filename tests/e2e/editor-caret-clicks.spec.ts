import type { CaretView } from './editor-harness/caret-probe.ts';
import { load, look, stand } from './fixtures/caret-cases.ts';
import type { Kind, Layout } from './fixtures/caret-layouts.ts';
import { kindNames, layoutsOf, templates } from './fixtures/caret-layouts.ts';
import { deletion, typing } from './fixtures/caret-keys.ts';
import { judgeKey, judgeView } from './fixtures/caret-oracle.ts';
import type { Sheet } from './fixtures/sheet-page.ts';
import { expect, test } from './fixtures/sheet-page.ts';

/** A place to click, in pixels of the window. */
interface Spot {
  readonly name: string;
  readonly block: number;
  readonly x: number;
  readonly y: number;
}

/** Around each block: the margins of the sheet at both sides, its own edges, the gaps above and below; and below the text. */
async function spotsAround(sheet: Sheet): Promise<readonly Spot[]> {
  return sheet.page.evaluate(async () => {
    await Promise.all([...document.images].map((image) => image.decode().catch(() => undefined)));
    const root = document.querySelector('.gq-text');
    const paper = document.querySelector('.paper')?.getBoundingClientRect();
    const column = root?.getBoundingClientRect();
    if (!root || !paper || !column) throw new Error('no sheet');
    const blocks = [...root.children].filter((element) => !element.matches('[data-lexical-decorator-boundary]'));
    const around = blocks.flatMap((element, block) => {
      const { left, right, top, bottom } = element.getBoundingClientRect();
      const middle = { x: (left + right) / 2, y: (top + bottom) / 2 };
      return [
        { name: 'the left margin', block, x: paper.left + 12, y: middle.y },
        { name: 'the right margin', block, x: paper.right - 12, y: middle.y },
        { name: 'the left edge', block, x: column.left + 1, y: middle.y },
        { name: 'the right edge', block, x: column.right - 1, y: middle.y },
        { name: 'the gap above', block, x: middle.x, y: top - 4 },
        { name: 'the gap below', block, x: middle.x, y: bottom + 4 },
      ];
    });
    const last = blocks.length - 1;
    const bottom = blocks[last]?.getBoundingClientRect().bottom ?? 0;
    return [
      // The headline's margin is above the first block, below the last one a place of its own.
      ...around.filter(
        ({ name, block }) => (block > 0 || name !== 'the gap above') && (block < last || name !== 'the gap below'),
      ),
      { name: 'below the text', block: last, x: column.left + 40, y: bottom + 40 },
    ];
  });
}

function layoutsToClick(kind: Kind): readonly Layout[] {
  return layoutsOf(kind).filter(({ name }) => /last|between|two of a kind|only/.test(name));
}

/** A click changes nothing but for the paragraph below the text, and what is typed then stands where it was clicked. */
function judgeClick(layout: Layout, spot: Spot, clicked: CaretView, typed: CaretView): readonly string[] {
  const { children } = clicked.document;
  const isBelow = spot.name === 'below the text';
  const kept = isBelow ? children.slice(0, layout.blocks.length) : children;
  const isKept = JSON.stringify(kept) === JSON.stringify(layout.blocks);
  const { selection } = clicked;
  const at =
    selection?.kind === 'words' ? selection.focus.block : selection?.kind === 'units' ? selection.blocks[0] : -1;
  const written = typed.document.children.findIndex((block) => JSON.stringify(block).includes(typing.press));
  // What is typed over a whole block goes into a paragraph behind it.
  const isWritten = written === (at ?? -1) + (selection?.kind === 'units' ? 1 : 0);
  // Between two blocks either of them is right.
  const isThere = isBelow
    ? at === children.length - 1 && children[at]?.type === 'paragraph'
    : Math.abs((at ?? -1) - spot.block) <= (spot.name.startsWith('the gap') ? 1 : 0);
  return [
    ...(isKept ? [] : ['the click changed the document']),
    ...(isThere ? [] : [`the click went to block ${String(at)}`]),
    ...(isWritten ? [] : [`what was typed went to block ${String(written)}`]),
  ];
}

for (const kind of kindNames) {
  test(`a click beside a ${kind} finds a place to write, and takes nothing`, async ({ openSheet }) => {
    const sheet = await openSheet([], { boilerplates: templates });
    // All of it in sight.
    await sheet.page.setViewportSize({ width: 1000, height: 2400 });
    const troubles: string[] = [];
    for (const layout of layoutsToClick(kind)) {
      await load(sheet, layout);
      for (const spot of await spotsAround(sheet)) {
        // From elsewhere, so that a click that does nothing is seen, and no tools of a selected block are in the way.
        const from = spot.block === 0 ? layout.blocks.length - 1 : 0;
        await stand(sheet, { kind: 'caret', block: from, offset: 0 });
        await sheet.page.mouse.click(spot.x, spot.y);
        const clicked = await look(sheet);
        await sheet.page.keyboard.press(typing.press);
        const typed = await look(sheet);
        const problems = [
          ...judgeView(clicked),
          ...judgeKey(clicked, typing, typed),
          ...judgeClick(layout, spot, clicked, typed),
        ];
        if (problems.length > 0) {
          troubles.push(`${layout.name}, ${spot.name} of block ${String(spot.block)}: ${problems.join('; ')}`);
        }
        await load(sheet, layout);
      }
    }
    expect(troubles).toEqual([]);
  });
}

test('a double click selects a word, a triple click the words of one run; Delete takes no more', async ({
  openSheet,
}) => {
  const sheet = await openSheet([], { boilerplates: templates });
  const troubles: string[] = [];
  for (const kind of kindNames) {
    const [, , layout] = layoutsOf(kind);
    if (!layout) continue;
    await load(sheet, layout);
    for (let block = 0; block < layout.blocks.length; block += 1) {
      for (const clickCount of [2, 3]) {
        const element = sheet.page.locator('.gq-text > :not([data-lexical-decorator-boundary])').nth(block);
        const words = element.locator('[data-lexical-text]');
        const target = (await words.count()) > 0 ? words.first() : element;
        await target.click({ clickCount, position: { x: 10, y: 6 } });
        const clicked = await look(sheet);
        const problems = [...judgeView(clicked)];
        if (clicked.shown.blocks.some((one) => one !== block))
          problems.push(`blocks ${clicked.shown.blocks.join()} are selected`);
        await sheet.page.keyboard.press('Delete');
        problems.push(...judgeKey(clicked, deletion, await look(sheet)));
        if (problems.length > 0)
          troubles.push(
            `${layout.name}, ${String(clickCount)} clicks on block ${String(block)}: ${problems.join('; ')}`,
          );
        await load(sheet, layout);
      }
    }
  }
  expect(troubles).toEqual([]);
});
