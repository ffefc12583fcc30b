import { describe, expect, it } from 'vitest';
import { AppError } from '#shared/errors.ts';
import { channels, type Handlers } from '#shared/ipc/contract.ts';
import { callLimits, createCallAnswerer } from '#main/adapters/answer-call.ts';
import type { LogFacts } from '#main/services/ports/log.ts';

/** An answerer over handlers that all do the same, with a clock that stands still. */
function createAnswerer(handle: (request: unknown) => Promise<unknown>, checkAnswers = true) {
  const lines: [event: string, facts: LogFacts | undefined][] = [];
  const clock = { now: 0 };
  const write = (event: string, facts?: LogFacts): void => void lines.push([event, facts]);
  const answer = createCallAnswerer({
    handlers: Object.fromEntries(channels.map((channel) => [channel, handle])) as unknown as Handlers,
    log: { info: write, warn: write, error: write },
    checkAnswers,
    nowMs: () => clock.now,
    wait: async () => undefined,
  });
  return { answer, lines, clock };
}

const fileId = '019ab000-0000-7000-8000-000000000001';
const code = async (result: Promise<unknown>): Promise<unknown> =>
  ((await result) as { error?: { code: string } }).error?.code;

describe('a call from the window', () => {
  it('gets the answer of its handler, which sees what the schema has read', async () => {
    const seen: unknown[] = [];
    const { answer } = createAnswerer(async (request) => {
      seen.push(request);
      return {};
    });
    expect(await answer('inlet:discard', true, [{ fileId }])).toEqual({ ok: true, value: {} });
    expect(seen).toEqual([{ fileId }]);
  });

  it('is refused from another sender before anything else is looked at', async () => {
    const { answer } = createAnswerer(async () => {
      throw new Error('must not be called');
    });
    expect(await code(answer('inlet:discard', false, [{ fileId }]))).toBe('untrusted-sender');
    expect(await code(answer('inlet:discard', false, []))).toBe('untrusted-sender');
  });

  it.each([
    ['a wrong type', [{ fileId: 7 }]],
    ['an unknown key', [{ fileId, more: true }]],
    ['nothing', []],
    ['two arguments', [{ fileId }, 1]],
    ['null', [null]],
  ])('is refused for %s', async (_what, args) => {
    const { answer } = createAnswerer(async () => ({}));
    expect(await code(answer('inlet:discard', true, args))).toBe('bad-request');
  });

  it('is refused above 2 MB, whatever the bytes are in', async () => {
    const { answer } = createAnswerer(async () => ({}));
    const bytes = callLimits.bytes + 1;
    for (const chunk of [
      new Uint8Array(bytes),
      'x'.repeat(bytes),
      '字'.repeat(bytes / 3 + 1),
      Array.from({ length: bytes / 8 + 1 }, () => 0),
    ]) {
      expect(await code(answer('inlet:append', true, [{ fileId, offset: 0, chunk }]))).toBe('too-large');
    }
  });

  it('is refused when nested deeper than any document', async () => {
    const { answer } = createAnswerer(async () => ({}));
    let deep: object = {};
    for (let level = 0; level < 100_000; level += 1) deep = { deep };
    expect(await code(answer('inlet:discard', true, [deep]))).toBe('too-large');
  });

  it('waits its turn above 50 a second, and is refused when a second does not suffice', async () => {
    const { answer, clock } = createAnswerer(async () => ({}));
    const together = await Promise.all(Array.from({ length: 200 }, () => answer('inlet:discard', true, [{ fileId }])));
    expect(together.filter(({ ok }) => ok)).toHaveLength(100);
    expect(together.filter((result) => !result.ok && result.error.code === 'too-many-calls')).toHaveLength(100);
    expect(await code(answer('inlet:begin', true, [{ name: 'a', bytes: 1 }]))).not.toBe('too-many-calls');
    clock.now += 60_000;
    expect((await answer('inlet:discard', true, [{ fileId }])).ok).toBe(true);
  });
});

describe('a handler that fails', () => {
  it('on purpose gives its code and values to the window', async () => {
    const { answer } = createAnswerer(async () => {
      throw new AppError('file-too-large', { limit: 60 });
    });
    expect(await answer('inlet:discard', true, [{ fileId }])).toEqual({
      ok: false,
      error: { code: 'file-too-large', params: { limit: 60 } },
    });
  });

  it('unexpectedly gives `internal`, and its place to the log, never its words', async () => {
    const { answer, lines } = createAnswerer(async () => {
      throw Object.assign(new TypeError('秘密的标题'), { code: 'EIO' });
    });
    expect(await answer('inlet:discard', true, [{ fileId }])).toEqual({
      ok: false,
      error: { code: 'internal', params: {} },
    });
    expect(lines).toEqual([
      [
        'call-failed',
        {
          channel: 'inlet:discard',
          code: 'internal',
          error: 'TypeError',
          errno: 'EIO',
          place: expect.stringContaining('answer-call.test.ts:') as string,
        },
      ],
    ]);
    expect(JSON.stringify(lines)).not.toContain('秘密');
  });

  it.each([
    ['undefined', undefined],
    ['what the contract does not know', { more: 1 }],
  ])('by answering %s gives `internal`', async (_what, value) => {
    const { answer } = createAnswerer(async () => value);
    expect(await code(answer('inlet:discard', true, [{ fileId }]))).toBe('internal');
  });

  it('by throwing something that is no error gives `internal`', async () => {
    // oxlint-disable-next-line typescript/prefer-promise-reject-errors -- the point is that it is none
    const { answer } = createAnswerer(() => Promise.reject('text'));
    expect(await code(answer('inlet:discard', true, [{ fileId }]))).toBe('internal');
  });
});
