import type { Desk } from './fixtures/desk.ts';
import { expect, test } from './fixtures/launch-desk.ts';
import { expectSaved, firstStart, openDraft, sheetText } from './fixtures/desk-acts.ts';

/** kill -9 of the main process while real keys go into the real page. `GAOQIAN_FAULT_ROUNDS=100` for the long run. */
const rounds = Number(process.env['GAOQIAN_FAULT_ROUNDS'] ?? 8);
/** What a crash may cost. */
const allowedLossMs = 1500;
const letters = '天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏';

test.setTimeout(60_000 + rounds * 30_000);

interface Typed {
  readonly words: string;
  /** When each letter was typed, in milliseconds. */
  readonly times: readonly number[];
}

/** Types one letter after the other for about `milliseconds`, at a pace that a quick typist reaches. */
async function typeFor(desk: Desk, round: number, milliseconds: number): Promise<Typed> {
  const times: number[] = [];
  let words = '';
  const end = Date.now() + milliseconds;
  while (Date.now() < end) {
    const letter = letters.charAt((round + words.length) % letters.length);
    await desk.page.keyboard.insertText(letter);
    words += letter;
    times.push(Date.now());
    await desk.page.waitForTimeout(40);
  }
  return { words, times };
}

test(`kill -9 while typing, ${rounds} times: no acknowledged save is lost, at most 1.5 s of typing`, async ({
  launchDesk,
}) => {
  const desk = await launchDesk();
  await firstStart(desk.page, '拟稿员甲');
  await desk.page.getByRole('main').getByRole('button', { name: '新建稿件' }).click();
  let kept = '';
  const losses: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    await sheetText(desk.page).click();
    await desk.page.keyboard.press('ControlOrMeta+End');
    const typed = await typeFor(desk, round, 300 + ((round * 397) % 2600));
    const waits = round % 4 === 3;
    if (waits) await expectSaved(desk.page);
    const killedAt = Date.now();
    await desk.kill();

    await desk.restart();
    await openDraft(desk.page, '我的在写');
    const found = (await sheetText(desk.page).innerText()).trim();
    expect(found.startsWith(kept), `round ${round}: what was kept before`).toBe(true);
    const fresh = found.slice(kept.length);
    expect(typed.words.startsWith(fresh), `round ${round}: nothing but what was typed`).toBe(true);
    const lost = typed.words.length - fresh.length;
    if (waits) expect(lost, `round ${round}: acknowledged`).toBe(0);
    const loss = lost === 0 ? 0 : killedAt - (typed.times[fresh.length] ?? killedAt);
    losses.push(loss);
    expect(loss, `round ${round}: ${lost} letters`).toBeLessThanOrEqual(allowedLossMs);
    kept = found;
  }
  const worst = Math.max(...losses);
  test.info().annotations.push({ type: 'loss', description: `${rounds} kills, worst ${worst} ms of typing` });
  console.log(`${rounds} kills, ${kept.length} letters, worst loss ${worst} ms of typing`);
});
