import type { Browser, Page } from '@playwright/test';
import type { FigureRow } from '../figure-row.ts';
import { openSample, type SampleDesk } from '../sample-draft.ts';
import { median } from '../statistics.ts';
import { benchHeadline } from './bench-document.ts';
import { installPageTools } from './page-tools.ts';

const rounds = 8;
const [paragraphs, figures] = [50, 20];

/** The part of Lexical that the floor uses, as it hangs on the sheet's element. */
interface SheetEditor {
  getEditorState(): { toJSON(): unknown };
  parseEditorState(state: string): unknown;
  setEditorState(state: unknown): void;
}

/** Opening a draft with twenty figures from its line in the list, beside giving the same editor the same document from memory. */
export async function benchFigures(browser: Browser, desk: SampleDesk, address: string): Promise<readonly FigureRow[]> {
  const [opened, remembered]: [number[], number[]] = [[], []];
  for (let round = -1; round < rounds; round += 1) {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    const page = await context.newPage();
    await installPageTools(page, '[data-lexical-editor]');
    await openSample(page, address, desk.content.metadata.headline);
    const fromStore = await page.evaluate(openLine, [benchHeadline(paragraphs, figures), paragraphs, figures] as const);
    const fromMemory = await fromMemoryIn(page, desk.content.metadata.headline);
    await context.close();
    // The first round warms the program and the browser.
    if (round < 0) continue;
    opened.push(fromStore);
    remembered.push(fromMemory);
  }
  return [
    {
      name: `Open a draft with ${figures} figures, click to painted, median`,
      ours: median(opened),
      floor: median(remembered),
      floorName: 'the same document from memory',
      target: 1.4,
      correct: opened.length === rounds,
    },
  ];
}

async function openLine([headline, paragraphs, figures]: readonly [string, number, number]): Promise<number> {
  const lines = [...document.querySelectorAll<HTMLElement>('.draft-list button')];
  const line = lines.find((button) => button.textContent.includes(headline));
  if (!line) throw new Error(`no draft ${headline}`);
  const isThere = (): boolean =>
    bench.paragraphs().length === paragraphs &&
    document.querySelectorAll('[data-lexical-editor] figure').length === figures;
  return bench.untilPainted(() => line.click(), isThere);
}

/** Takes the document off the sheet into memory, shows another draft, and puts it back. */
async function fromMemoryIn(page: Page, other: string): Promise<number> {
  const state = await page.evaluate(() => {
    const sheet = document.querySelector('[data-lexical-editor]') as unknown as { __lexicalEditor: SheetEditor };
    return JSON.stringify(sheet.__lexicalEditor.getEditorState().toJSON());
  });
  await page
    .locator('.draft-list button', { hasText: other.slice(0, 12) })
    .first()
    .click();
  await page.waitForFunction((title) => document.querySelector('.headline')?.textContent === title, other);
  await page.waitForTimeout(300);
  return page.evaluate(
    async ([text, count, pictures]) => {
      const sheet = document.querySelector('[data-lexical-editor]') as unknown as { __lexicalEditor: SheetEditor };
      const editor = sheet.__lexicalEditor;
      const isThere = (): boolean =>
        bench.paragraphs().length === count &&
        document.querySelectorAll('[data-lexical-editor] figure').length === pictures;
      return bench.untilPainted(() => editor.setEditorState(editor.parseEditorState(text)), isThere);
    },
    [state, paragraphs, figures] as const,
  );
}
