import type { EventName, EventPayload } from '#shared/ipc/contract.ts';

/** Tells every window that something happened. */
export interface EventSink {
  emit<E extends EventName>(event: E, payload: EventPayload<E>): void;
}
