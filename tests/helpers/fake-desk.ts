import { startTexts } from '#renderer/i18n/text.ts';
import type { Channel, EventName, EventPayload, RendererApi, Request, Response } from '#shared/ipc/contract.ts';
import type { CodedError } from '#shared/errors.ts';

type Answers = { [C in Channel]?: (request: Request<C>) => Response<C> | Promise<Response<C>> };

/** What a fake answer throws to make the desk refuse. */
export class Refusal extends Error {
  readonly error: CodedError;
  constructor(error: CodedError) {
    super(error.code);
    this.error = error;
  }
}

/**
 * A `window.gaoqian` for tests of the window's own logic, without a page: answers by channel, keeps the calls, sends
 * events. A call without an answer is refused with `internal`.
 */
export class FakeDesk {
  readonly calls: { readonly channel: Channel; readonly request: unknown }[] = [];
  readonly #answers: Answers;
  readonly #listeners = new Map<EventName, Set<(payload: never) => unknown>>();

  constructor(answers: Answers) {
    this.#answers = answers;
    const api: RendererApi = {
      invoke: async (channel, request) => {
        this.calls.push({ channel, request });
        const answer = this.#answers[channel] as ((asked: typeof request) => unknown) | undefined;
        try {
          if (!answer) throw new Refusal({ code: 'internal', params: {} });
          return { ok: true, value: (await answer(request)) as never };
        } catch (thrown) {
          if (thrown instanceof Refusal) return { ok: false, error: thrown.error };
          throw thrown;
        }
      },
      on: (event, listener) => {
        const listeners = this.#listeners.get(event) ?? new Set();
        this.#listeners.set(event, listeners.add(listener));
        return () => void listeners.delete(listener);
      },
    };
    Object.assign(globalThis, {
      window: { gaoqian: api },
      document: { documentElement: { lang: '' }, createTextNode: (data: string) => ({ data }) },
    });
  }

  send<E extends EventName>(event: E, payload: EventPayload<E>): void {
    for (const listener of this.#listeners.get(event) ?? []) listener(payload as never);
  }

  requests<C extends Channel>(channel: C): readonly Request<C>[] {
    return this.calls.filter((call) => call.channel === channel).map((call) => call.request as Request<C>);
  }
}

/** The Simplified Chinese texts, for tests of what a person is told. */
export async function withTexts(): Promise<void> {
  await startTexts('zh-Hans');
}
