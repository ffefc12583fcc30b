import { channels, type Channel, type Handlers } from '#shared/ipc/contract.ts';

/** Handlers that pass each call on to those in force now: the store behind them may be closed and opened anew. */
export function switchedHandlers(present: () => Handlers): Handlers {
  const entries = channels.map((channel: Channel) => [
    channel,
    // The request was read by this channel's schema; the compiler cannot follow the pairing through a union.
    async (request: never) => (present()[channel] as (request: never) => Promise<unknown>)(request),
  ]);
  return Object.fromEntries(entries) as Handlers;
}
