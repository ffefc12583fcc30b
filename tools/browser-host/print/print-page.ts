import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PrintToPDFOptions } from 'electron';
import { findChromium } from '../open-in-browser.ts';
import { DevToolsPipe, startChromium } from './devtools-pipe.ts';

/** Loads nothing but this origin; the app's scheme answers for it. */
const origin = 'http://desk.invalid';
/** A page that is not printed by then will not be, in milliseconds. */
const longest = 60_000;

/**
 * Prints a page of the app with a headless Chromium: every request is answered from the app's scheme, so the page needs no
 * server and no token, and can reach nothing else. Throws where there is no Chromium.
 */
export async function printPage(
  url: string,
  answer: (url: string) => Promise<Response>,
  options: PrintToPDFOptions,
): Promise<Buffer> {
  const executable = findChromium();
  if (executable === undefined) throw new Error('no Chromium on this machine to print with');
  const profile = await mkdtemp(join(tmpdir(), 'gaoqian-print-'));
  const chromium = startChromium(executable, profile);
  const late = setTimeout(() => chromium.kill('SIGKILL'), longest);
  try {
    const pipe = new DevToolsPipe(chromium);
    const scheme = new URL(url);
    const { targetId } = await pipe.send('Target.createTarget', { url: 'about:blank' });
    const { sessionId } = await pipe.send('Target.attachToTarget', { targetId, flatten: true });
    const session = String(sessionId);
    const loaded = pipe.once('Page.loadEventFired');
    pipe.on('Fetch.requestPaused', (event) => void fulfil(pipe, session, event, scheme, answer));
    await pipe.send('Page.enable', {}, session);
    await pipe.send('Emulation.setScriptExecutionDisabled', { value: true }, session);
    await pipe.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] }, session);
    await pipe.send('Page.navigate', { url: `${origin}${scheme.pathname}${scheme.search}` }, session);
    await loaded;
    const { data } = await pipe.send(
      'Page.printToPDF',
      {
        paperWidth: 8.27,
        paperHeight: 11.69,
        preferCSSPageSize: options.preferCSSPageSize ?? false,
        printBackground: options.printBackground ?? false,
        generateTaggedPDF: options.generateTaggedPDF ?? false,
      },
      session,
    );
    return Buffer.from(String(data), 'base64');
  } finally {
    clearTimeout(late);
    const gone = new Promise((resolve) => chromium.once('exit', resolve));
    if (chromium.exitCode === null && chromium.signalCode === null) {
      chromium.kill('SIGKILL');
      await gone;
    }
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Answers one request of the page, from the app's scheme or not at all. */
async function fulfil(
  pipe: DevToolsPipe,
  session: string,
  event: Readonly<Record<string, unknown>>,
  scheme: URL,
  answer: (url: string) => Promise<Response>,
): Promise<void> {
  const { requestId, request } = event as { requestId: string; request: { url: string } };
  const { pathname, search, origin: asked } = new URL(request.url);
  const response =
    asked === origin
      ? await answer(`${scheme.protocol}//${scheme.host}${pathname}${search}`).catch(() => undefined)
      : undefined;
  const params = response
    ? {
        requestId,
        responseCode: response.status,
        responseHeaders: [...response.headers].map(([name, value]) => ({ name, value })),
        body: Buffer.from(await response.arrayBuffer()).toString('base64'),
      }
    : { requestId, errorReason: 'BlockedByClient' };
  // The page may be gone by then.
  await pipe.send(response ? 'Fetch.fulfillRequest' : 'Fetch.failRequest', params, session).catch(() => undefined);
}
