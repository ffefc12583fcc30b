import type { BlockNode } from '#shared/document/schema.ts';
import { seededRandom } from '#tools/bench/seeded-random.ts';
import type { HarnessWindow } from './editor-harness/harness-window.ts';
import { look } from './fixtures/caret-cases.ts';
import { longLayouts, templates } from './fixtures/caret-layouts.ts';
import { judgeView } from './fixtures/caret-oracle.ts';
import { nextAct } from './fixtures/random-acts.ts';
import type { Sheet } from './fixtures/sheet-page.ts';
import { expect, test } from './fixtures/sheet-page.ts';

/** How many walks; `GAOQIAN_WALKS=100` for a long run, `GAOQIAN_WALK_FROM` for the seed of the first. */
const walks = Number(process.env['GAOQIAN_WALKS'] ?? 3);
const firstSeed = Number(process.env['GAOQIAN_WALK_FROM'] ?? 1);
/** Fewer steps than the history holds. */
const acts = 70;

/** So many that the browser leaves out what is out of sight. */
const many: readonly BlockNode[] = Array.from({ length: 200 }, (_, index) => ({
  type: 'paragraph',
  children: [{ type: 'text', text: `第${String(index)}段` }],
}));

/** Whether there is a step to take back or to do again. */
const can = async (sheet: Sheet, what: 'canUndo' | 'canRedo'): Promise<boolean> => (await sheet.selection())[what];

test('whatever is typed, composed, pasted, moved and erased in any order: what is stored is shown, and undo gives it all back', async ({
  openSheet,
}) => {
  test.slow();
  const troubles: string[] = [];
  for (let seed = firstSeed; seed < firstSeed + walks; seed += 1) {
    const layouts = longLayouts();
    const layout = layouts[seed % layouts.length];
    const sheet = await openSheet([...(layout?.blocks ?? []), ...(seed % 3 === 0 ? many : [])], {
      boilerplates: templates,
    });
    const done = await walk(sheet, seed);
    if (done !== null) troubles.push(`seed ${String(seed)}: ${done}`);
    await sheet.page.close();
  }
  expect(troubles).toEqual([]);
});

/** Goes one walk, then all the way back and forth again; answers what was wrong and how it came about. */
async function walk(sheet: Sheet, seed: number): Promise<string | null> {
  const random = seededRandom(seed);
  const original = await sheet.read();
  const trail: string[] = [];
  await sheet.caret(0, 0);
  for (let step = 0; step < acts; step += 1) {
    const act = nextAct(random);
    trail.push(act.name);
    const before = act.leavesAll === true ? JSON.stringify(await sheet.read()) : null;
    await act.run(sheet);
    const view = await look(sheet);
    const problems = judgeView(view).filter((problem) => problem !== 'the focus left the text');
    if (before !== null && before !== JSON.stringify(view.document)) problems.push('something is left of it');
    if (problems.length > 0) return `${problems.join('; ')} after ${trail.slice(-6).join(', ')}`;
    await sheet.page.evaluate(() => document.querySelector<HTMLElement>('.gq-text')?.focus());
  }
  // What was undone in the walk is done again first: undo all, redo all must meet at both ends.
  while (await can(sheet, 'canRedo')) await sheet.page.keyboard.press('Control+y');
  const edited = await sheet.read();
  while (await can(sheet, 'canUndo')) await sheet.page.keyboard.press('Control+z');
  const back = await sheet.read();
  while (await can(sheet, 'canRedo')) await sheet.page.keyboard.press('Control+y');
  const again = await sheet.read();
  const errors = await sheet.page.evaluate(
    () => (window as unknown as HarnessWindow & { problems: string[] }).problems,
  );
  if (JSON.stringify(back) !== JSON.stringify(original)) return `undo gives another document after ${trail.join(', ')}`;
  if (JSON.stringify(again) !== JSON.stringify(edited)) return `redo gives another document after ${trail.join(', ')}`;
  return errors.length > 0 ? errors.join('; ') : null;
}
