import type { Page } from '@playwright/test';

/**
 * Runs in the page. Measures each key from the event's own time stamp through the first DOM change and the animation
 * frame after it to the first task after that frame: what a person waits for.
 */
function installProbe(): void {
  const samples: number[] = [];
  let pressedAt: number | undefined;
  const taskAfterFrame = new MessageChannel();
  let measuring: number | undefined;
  taskAfterFrame.port1.addEventListener('message', () => {
    if (measuring !== undefined) samples.push(performance.now() - measuring);
    measuring = undefined;
  });
  taskAfterFrame.port1.start();
  addEventListener('keydown', (event) => (pressedAt = event.timeStamp), { capture: true });
  new MutationObserver(() => {
    if (pressedAt === undefined) return;
    const from = pressedAt;
    pressedAt = undefined;
    requestAnimationFrame(() => {
      measuring = from;
      taskAfterFrame.port2.postMessage(null);
    });
  }).observe(document, { subtree: true, childList: true, characterData: true });
  Object.assign(globalThis, { benchSamples: samples });
}

function readSamples(): number[] {
  return (globalThis as unknown as { benchSamples: number[] }).benchSamples;
}

export interface TypingResult {
  /** Milliseconds from key to paint, one for each key. */
  readonly samples: readonly number[];
  /** The typed text was added exactly once, and nothing else changed. */
  readonly correct: boolean;
}

/**
 * Types `keys` Latin letters in the middle of the paragraph at `selector` and measures each.
 * The caret must be placed by a click, as a person would.
 */
export async function measureTyping(page: Page, selector: string, keys: number): Promise<TypingResult> {
  const target = page.locator(selector);
  await target.scrollIntoViewIfNeeded();
  const box = await target.boundingBox();
  if (!box) throw new Error(`nothing to type in at ${selector}`);
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  const before = await target.innerText();
  await page.evaluate(installProbe);
  const typed = Array.from({ length: keys }, (_none, index) => 'qwrtypsdfghjklzxcvbnm'[index % 21] ?? 'q').join('');
  for (let index = 0; index < typed.length; index += 1) {
    await page.keyboard.press(typed[index] ?? 'q');
    await page.waitForFunction(
      (count) => (globalThis as unknown as { benchSamples: number[] }).benchSamples.length >= count,
      index + 1,
    );
  }
  const samples = await page.evaluate(readSamples);
  const text = await target.innerText();
  return { samples: samples.slice(0, keys), correct: isInsertedOnce(before, typed, text) };
}

function isInsertedOnce(before: string, typed: string, after: string): boolean {
  const places = Array.from({ length: before.length + 1 }, (_none, place) => place);
  return places.some((place) => before.slice(0, place) + typed + before.slice(place) === after);
}
