import { AppError, toCodedError, type ErrorCode } from '#shared/errors.ts';
import { contract, type Channel, type Handlers } from '#shared/ipc/contract.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import type { Log, LogFacts } from '#main/services/ports/log.ts';
import { payloadBytes } from './payload-size.ts';
import { createPace } from './rate-limit.ts';

/** What one call may carry, and how many of one channel may come in a second (reliability.md). */
export const callLimits = { bytes: 2 * 1024 * 1024, perSecond: 50 } as const;

export interface CallDeps {
  readonly handlers: Handlers;
  readonly log: Log;
  /** Holds the handlers' answers against the contract: in development and in tests. */
  readonly checkAnswers: boolean;
  readonly nowMs?: () => number;
  readonly wait?: (ms: number) => Promise<void>;
}

export type AnswerCall = (channel: Channel, trusted: boolean, args: readonly unknown[]) => Promise<Result<unknown>>;

/**
 * Answers one call from the window, whatever it brings: always a Result, never a throw, never undefined.
 * Refuses in this order: a sender that is not the app's main frame, a call that is too large, too many calls, a request that its schema refuses.
 */
export function createCallAnswerer(deps: CallDeps): AnswerCall {
  const pace = createPace(callLimits.perSecond, deps.nowMs ?? (() => performance.now()));
  const wait = deps.wait ?? ((ms) => new Promise<void>((resolve) => setTimeout(resolve, ms)));

  function refuse(channel: Channel, code: ErrorCode, facts: LogFacts = {}): Result<never> {
    deps.log.warn('call-refused', { channel, code, ...facts });
    return fail({ code, params: {} });
  }

  function failed(channel: Channel, thrown: unknown): Result<never> {
    const error = toCodedError(thrown);
    if (thrown instanceof AppError) deps.log.warn('call-refused', { channel, code: error.code });
    else deps.log.error('call-failed', { channel, code: error.code, ...whereFrom(thrown) });
    return fail(error);
  }

  return async (channel, trusted, args) => {
    try {
      if (!trusted) return refuse(channel, 'untrusted-sender');
      const [payload] = args;
      if (args.length !== 1) return refuse(channel, 'bad-request', { args: args.length });
      if (payloadBytes(payload, callLimits.bytes) > callLimits.bytes) return refuse(channel, 'too-large');
      const waitMs = pace.next(channel);
      if (waitMs === undefined) return refuse(channel, 'too-many-calls');
      if (waitMs > 0) await wait(waitMs);
      const request = contract[channel].request.safeParse(payload);
      if (!request.success) return refuse(channel, 'bad-request', { issues: request.error.issues.length });
      const value = await callHandler(deps.handlers, channel, request.data);
      if (value === undefined) throw new Error('the handler answered undefined');
      if (deps.checkAnswers) contract[channel].response.parse(value);
      return ok(value);
    } catch (thrown) {
      return failed(channel, thrown);
    }
  };
}

async function callHandler(handlers: Handlers, channel: Channel, request: unknown): Promise<unknown> {
  // The request has just been read by this channel's own schema; the compiler cannot follow the pairing through a union.
  const handler = handlers[channel] as (request: unknown) => Promise<unknown>;
  return await handler(request);
}

/** Kind and place of an unexpected error, never its message: that may hold words or paths. */
function whereFrom(thrown: unknown): LogFacts {
  if (!(thrown instanceof Error)) return { error: typeof thrown };
  const code = (thrown as { code?: unknown }).code;
  const place = /([\w.-]+\.[cm]?[jt]s:\d+:\d+)/.exec(thrown.stack ?? '')?.[1];
  return {
    error: thrown.name,
    ...(typeof code === 'string' ? { errno: code } : {}),
    ...(place === undefined ? {} : { place }),
  };
}
