import { checkEngine } from '#shared/house-style/engine.ts';
import type { CheckContext } from '#shared/house-style/rule.ts';
import type { CheckAnswer, CheckRequest } from './check-messages.ts';

/** Runs the house-style checks away from the window's thread, so that no keystroke waits for them. */
const engine = checkEngine();
let context: CheckContext | undefined;

self.addEventListener('message', ({ data }: MessageEvent<CheckRequest>) => {
  context = data.context ?? context;
  if (!context) return;
  const begin = performance.now();
  const findings = engine.run(data.content, context);
  const answer: CheckAnswer = { number: data.number, findings, milliseconds: Math.ceil(performance.now() - begin) };
  self.postMessage(answer, { transfer: [] });
});
