import type { Browser, Page } from '@playwright/test';
import type { RendererApi } from '#shared/ipc/contract.ts';
import type { FigureRow } from '../figure-row.ts';
import { openSample, type SampleDesk } from '../sample-draft.ts';
import { median } from '../statistics.ts';
import { installDoor } from '../window-door.ts';
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

/**
 * Opening a draft with twenty figures from its line in the list, beside the same click in a window whose answers stand in
 * its memory already (what the store and the way to it take), and beside giving the open editor the document alone.
 */
export async function benchFigures(browser: Browser, desk: SampleDesk, address: string): Promise<readonly FigureRow[]> {
  const [opened, remembered, given]: [number[], number[], number[]] = [[], [], []];
  const { headline } = desk.content.metadata;
  for (let round = -1; round < rounds; round += 1) {
    const measured = { opened: 0, remembered: 0, given: 0 };
    for (const memory of round % 2 === 0 ? [false, true] : [true, false]) {
      const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
      const page = await context.newPage();
      await installPageTools(page, '[data-lexical-editor]');
      await installDoor(page);
      await openSample(page, address, headline);
      if (memory) await page.evaluate(rememberDraft, benchHeadline(paragraphs, figures));
      const took = await page.evaluate(openLine, [benchHeadline(paragraphs, figures), paragraphs, figures] as const);
      measured[memory ? 'remembered' : 'opened'] = took;
      if (!memory) measured.given = await giveDocument(page, headline);
      await context.close();
    }
    // The first round warms the program and the browser.
    if (round < 0) continue;
    opened.push(measured.opened);
    remembered.push(measured.remembered);
    given.push(measured.given);
  }
  const name = `Open a draft with ${figures} figures, click to painted, median`;
  const ours = median(opened);
  const correct = opened.length === rounds;
  return [
    { name, ours, floor: median(remembered), floorName: 'the same draft from memory', target: 1.4, correct },
    { name, ours, floor: median(given), floorName: 'its words alone, into an open editor', target: null, correct },
  ];
}

/** Puts into the window's memory what a click on the line of a draft asks for. */
async function rememberDraft(headline: string): Promise<void> {
  const { gaoqian } = window as unknown as { gaoqian: RendererApi };
  const request = { filter: 'mine', sort: 'updated', query: '', cursor: null, limit: 50 } as const;
  const list = await gaoqian.invoke('draft:list', request);
  const draft = list.ok ? list.value.items.find((item) => item.headline === headline) : undefined;
  if (!draft) throw new Error(`no draft ${headline}`);
  const windowId = new URLSearchParams(location.search).get('window') ?? 'main';
  const known = { windowId, draftId: draft.id };
  const memory: Readonly<Record<string, unknown>> = {
    'window:show-draft': await gaoqian.invoke('window:show-draft', known),
    'draft:open': await gaoqian.invoke('draft:open', { draftId: draft.id }),
  };
  globalThis.benchDoor = (channel, _request, ask) => (channel in memory ? Promise.resolve(memory[channel]) : ask());
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

/** Takes the document off the sheet, shows another draft, and gives its editor the document alone. */
async function giveDocument(page: Page, other: string): Promise<number> {
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
