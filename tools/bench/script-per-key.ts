import type { Browser, Page } from '@playwright/test';
import { measureTyping } from './editing/key-to-paint.ts';

/** The part of a trace event that matters here; times in microseconds. */
interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly ts: number;
  readonly dur?: number;
  readonly pid: number;
  readonly tid: number;
  readonly args?: { readonly data?: { readonly type?: string } };
}

/** Everything by which script runs on a page's main thread. */
const scriptEvents = new Set([
  'EventDispatch',
  'FunctionCall',
  'TimerFire',
  'FireAnimationFrame',
  'RunMicrotasks',
  'FireIdleCallback',
]);

/**
 * Types `keys` letters and answers for each the longest piece of script that ran before the next, in milliseconds:
 * what keeps the window from answering. Layout and paint are the engine's and not counted.
 */
export async function measureScriptPerKey(browser: Browser, page: Page, keys: number): Promise<readonly number[]> {
  await browser.startTracing(page, { categories: ['devtools.timeline'] });
  await measureTyping(page, keys);
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as {
    traceEvents: readonly TraceEvent[];
  };
  const presses = traceEvents.filter((event) => event.name === 'EventDispatch' && event.args?.data?.type === 'keydown');
  const first = presses[0];
  if (!first) throw new Error('no key in the trace');
  const scripts = traceEvents.filter(
    (event) => event.ph === 'X' && event.pid === first.pid && event.tid === first.tid && scriptEvents.has(event.name),
  );
  return presses.map((press, index) => {
    const until = presses[index + 1]?.ts ?? Number.POSITIVE_INFINITY;
    const within = scripts.filter((event) => event.ts >= press.ts && event.ts < until);
    return Math.max(...within.map((event) => event.dur ?? 0)) / 1000;
  });
}
