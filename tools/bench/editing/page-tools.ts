import type { Page } from '@playwright/test';

/** What the probes need of a page, whichever editor stands in it. Lives in the page as `bench`. */
export interface PageTools {
  /** The paragraphs of the text, without captions: those that begin with 第. */
  paragraphs(): HTMLElement[];
  /** Puts the caret at an offset of a paragraph and resolves when the editor has been told. */
  caret(paragraph: number, offset: number): Promise<void>;
  /** The words of all paragraphs. */
  words(): string;
  /** Runs `act` and answers the milliseconds until `isDone` holds and that state was painted. */
  untilPainted(act: () => void, isDone: () => boolean): Promise<number>;
  /** Milliseconds from each event of `names` to the first task after the frame that shows what it did. */
  watch(names: readonly string[], waitsForChange: boolean): void;
  readonly samples: number[];
}

declare global {
  var bench: PageTools;
  var benchLoad: () => Promise<void>;
}

/** Installs the tools before anything of the page runs. `root` is the editor's element. */
export async function installPageTools(page: Page, root: string): Promise<void> {
  await page.addInitScript(install, root);
}

// The function is sent to the page alone, so what it needs stands inside it.
function install(root: string): void {
  const samples: number[] = [];
  // oxlint-disable-next-line consistent-function-scoping -- sent to the page
  const afterFrame = (then: () => void): void => {
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.addEventListener('message', then);
      channel.port1.start();
      channel.port2.postMessage(null);
    });
  };
  const paragraphs = (): HTMLElement[] =>
    [...document.querySelectorAll<HTMLElement>(`${root} > p`)].filter((p) => p.textContent.startsWith('第'));
  // oxlint-disable-next-line consistent-function-scoping -- sent to the page
  const task = (): Promise<void> => new Promise((done) => setTimeout(done));
  globalThis.bench = {
    samples,
    paragraphs,
    async caret(paragraph, offset) {
      const element = paragraphs()[paragraph];
      const text = element && document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode();
      if (!text) throw new Error(`no paragraph ${paragraph}`);
      document.querySelector<HTMLElement>(root)?.focus({ preventScroll: true });
      getSelection()?.collapse(text, offset);
      await task();
      await task();
    },
    words: () =>
      paragraphs()
        .map((p) => p.textContent)
        .join('\n'),
    untilPainted(act, isDone) {
      const from = performance.now();
      return new Promise((done) => {
        const observer = new MutationObserver(() => {
          if (!isDone()) return;
          observer.disconnect();
          afterFrame(() => done(performance.now() - from));
        });
        observer.observe(document, { subtree: true, childList: true, characterData: true });
        act();
      });
    },
    watch(names, waitsForChange) {
      let pending: number | undefined;
      const measure = (): void => {
        if (pending === undefined) return;
        const from = pending;
        pending = undefined;
        afterFrame(() => samples.push(performance.now() - from));
      };
      for (const name of names) {
        const listen = (event: Event): void => {
          pending = event.timeStamp;
          if (!waitsForChange) measure();
        };
        addEventListener(name, listen, { capture: true });
      }
      if (!waitsForChange) return;
      new MutationObserver(measure).observe(document, { subtree: true, childList: true, characterData: true });
    },
  };
}

/** Between two keys, in milliseconds: the page is idle again, so that its next frame starts at once. */
const pause = 20;

/** Waits for the sample of what was just done, and a little, without asking for frames of its own. */
export async function takeSample(page: Page): Promise<number> {
  return page.evaluate(async (idle) => {
    while (bench.samples.length === 0) await new Promise((done) => setTimeout(done, 2));
    await new Promise((done) => setTimeout(done, idle));
    return bench.samples.splice(0).at(-1) ?? 0;
  }, pause);
}
