import type { Browser, BrowserContext, CDPSession, Page } from '@playwright/test';
import { openSample, type SampleDesk } from '../sample-draft.ts';
import { benchContent, benchHeadline, peerBlocks } from './bench-document.ts';
import { makeFreshDraft } from './fresh-draft.ts';
import { installPageTools } from './page-tools.ts';
import type { PeerName, PeerServer } from './peer-page.ts';

/** An editor with the measured document in it, in a page that nothing was done in yet. */
export interface OpenEditor {
  readonly page: Page;
  readonly cdp: CDPSession;
  /** Milliseconds from asking for the document to its paint, the page itself standing ready. */
  readonly loaded: number;
  close(): Promise<void>;
}

/** An editor to be measured. Every `open` is a fresh page. */
export interface Subject {
  readonly name: string;
  open(paragraphs: number): Promise<OpenEditor>;
}

const viewport = { width: 1440, height: 900 };

/** The whole product, every feature on, in the window of a running workstation, which began with another draft. */
export function workstationSubject(browser: Browser, desk: SampleDesk, address: string): Subject {
  return {
    name: 'gaoqian',
    async open(paragraphs) {
      const context = await browser.newContext({ viewport });
      const page = await context.newPage();
      await installPageTools(page, '[data-lexical-editor]');
      const { headline } = desk.content.metadata;
      await page.goto(address);
      await page.waitForSelector('html[data-ready=true]');
      await makeFreshDraft(page, benchContent(paragraphs, desk.content, desk.assets), headline);
      await page.reload();
      await openSample(page, address, headline);
      await page.locator('button', { hasText: benchHeadline(paragraphs) }).waitFor();
      return opened(context, page, paragraphs);
    },
  };
}

/** One of the bare editors with the same words and pictures. */
export function peerSubject(browser: Browser, desk: SampleDesk, server: PeerServer, peer: PeerName): Subject {
  return {
    name: peer,
    async open(paragraphs) {
      server.offer(peerBlocks(benchContent(paragraphs, desk.content, desk.assets), desk.assets));
      const context = await browser.newContext({ viewport });
      const page = await context.newPage();
      await installPageTools(page, '#editor');
      await page.goto(server.address(peer));
      await page.waitForSelector('html[data-ready=true]');
      return opened(context, page, paragraphs);
    },
  };
}

/** Asks for the document as the page offers it: a peer by its `benchLoad`, the workstation by a click on the draft's line. */
async function opened(context: BrowserContext, page: Page, paragraphs: number): Promise<OpenEditor> {
  const cdp = await context.newCDPSession(page);
  // A pointer over the text, as people leave it: the engine asks at each frame what lies under it.
  await page.mouse.move(viewport.width / 2, viewport.height / 2);
  const loaded = await page.evaluate(
    ([count, headline]) => {
      const ask = (): void => {
        if ('benchLoad' in globalThis) return void benchLoad();
        const lines = [...document.querySelectorAll<HTMLElement>('button')];
        const line = lines.find((button) => button.textContent.includes(headline));
        if (!line) throw new Error(`no draft ${headline}`);
        line.click();
      };
      return bench.untilPainted(ask, () => bench.paragraphs().length === count);
    },
    [paragraphs, benchHeadline(paragraphs)] as const,
  );
  return { page, cdp, loaded, close: () => context.close() };
}
