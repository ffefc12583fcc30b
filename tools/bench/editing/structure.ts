import type { Page } from '@playwright/test';

/** Whether Enter in the middle of a paragraph followed by Backspace gives the text from before. */
export async function joinsAgain(page: Page): Promise<boolean> {
  const before = await page.evaluate(async () => {
    await bench.caret(Math.floor(bench.paragraphs().length / 2), 20);
    return bench.words();
  });
  await page.keyboard.press('Enter');
  await page.keyboard.press('Backspace');
  return (await page.evaluate(() => bench.words())) === before;
}
