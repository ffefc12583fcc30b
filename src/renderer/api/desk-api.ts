import type { Channel, EventName, EventPayload, RendererApi, Request, Response } from '#shared/ipc/contract.ts';
import type { CodedError, ErrorCode, ErrorParams } from '#shared/errors.ts';
import { beginOwnChange } from './own-changes.ts';

declare global {
  interface Window {
    /** Put there by the preload; nothing but this file may touch it. */
    readonly gaoqian?: RendererApi;
  }
}

/** A refusal of the main process, thrown where a call awaits its answer. Its words are under `errors.<code>`. */
export class DeskError extends Error implements CodedError {
  readonly code: ErrorCode;
  readonly params: ErrorParams;

  constructor(error: CodedError) {
    super(error.code);
    this.name = 'DeskError';
    this.code = error.code;
    this.params = error.params;
  }
}

/** The coded form of anything thrown in the window. */
export function codedErrorOf(thrown: unknown): CodedError {
  return thrown instanceof DeskError ? thrown : { code: 'internal', params: {} };
}

/** How long to wait when the router says `too-many-calls`, and how often. */
const patience = { milliseconds: 250, times: 8 };

/** Calls the main process and unwraps its Result. Throws a DeskError. */
export async function call<C extends Channel>(channel: C, request: Request<C>): Promise<Response<C>> {
  const desk = window.gaoqian;
  if (!desk) throw new DeskError({ code: 'internal', params: {} });
  const ended = beginOwnChange(channel);
  let isDone = false;
  try {
    for (let tries = 1; ; tries += 1) {
      const result = await desk.invoke(channel, request);
      isDone = result.ok;
      if (result.ok) return result.value;
      if (result.error.code !== 'too-many-calls' || tries >= patience.times) throw new DeskError(result.error);
      await new Promise((resolve) => setTimeout(resolve, patience.milliseconds));
    }
  } finally {
    ended(isDone);
  }
}

/** Listens to the main process; answers a function that stops listening. */
export function listen<E extends EventName>(
  event: E,
  listener: (payload: EventPayload<E>) => void | Promise<void>,
): () => void {
  return window.gaoqian?.on(event, listener) ?? (() => undefined);
}
