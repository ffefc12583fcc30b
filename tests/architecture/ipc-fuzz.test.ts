import { pathToFileURL } from 'node:url';
import { join, resolve } from 'node:path';
import type { IpcMainInvokeEvent } from 'electron';
import { anything, oneof, sample } from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { channels, contract, type Channel } from '#shared/ipc/contract.ts';
import { resultSchema } from '#shared/result.ts';
import { registerIpc } from '#main/adapters/ipc-router.ts';
import { composeServices, type Services } from '#main/compose-services.ts';
import { assembleHandlers } from '#main/ipc-handlers/registry.ts';
import type { Log } from '#main/services/ports/log.ts';
import { wholeLog } from '#shared/model/audit.ts';
import { likely, likelyStrings } from '#tests/helpers/schema-arbitrary.ts';
import { hostIpcMain } from '#tools/browser-host/electron/ipc-main.ts';
import { decode, encode } from '#tools/browser-host/link/wire.ts';

/** Values for each channel, from the app's own page; every fourth also from a sender that must be refused. */
const valuesPerChannel = 2000;
const seed = Number(process.env['FUZZ_SEED'] ?? 20261123);

const root = resolve(import.meta.dirname, '../..');
const trustedFrame = { url: 'app://desk/', parent: null };
const strangers = [
  { url: 'app://desk/', parent: trustedFrame },
  { url: 'https://evil.example/', parent: null },
  { url: 'app://desk.evil/', parent: null },
  null,
];

/** The real router on the real handlers, services and database, in a folder of its own that lies in an empty one. */
let surroundings: string;
let services: Services;
let known: { readonly strings: readonly string[]; readonly objects: readonly object[] };
const failures: string[] = [];
let nowMs = 0;

const note: Log['error'] = (event, facts) => void failures.push(`${event} ${JSON.stringify(facts)}`);

const send = async (channel: Channel, frame: object | null, value: unknown): Promise<unknown> =>
  await hostIpcMain.answer(channel, { senderFrame: frame } as unknown as IpcMainInvokeEvent, [decode(encode(value))]);

beforeAll(async () => {
  surroundings = await mkdtemp(join(tmpdir(), 'gaoqian-fuzz-'));
  const log: Log = { info: () => undefined, warn: () => undefined, error: note };
  const script = (path: string): URL => pathToFileURL(join(root, path));
  services = await composeServices({
    dataFolder: join(surroundings, 'data'),
    resourcesFolder: join(root, 'resources'),
    scripts: {
      database: script('src/main/db/worker.ts'),
      backups: script('src/main/db/backup-worker.ts'),
      heic: script('src/main/files/heic-worker.ts'),
      reader: script('src/main/publishing/reader/reader-worker.ts'),
    },
    secrets: { read: async () => null, write: async () => undefined },
    proxies: { resolve: async () => 'DIRECT' },
    events: { emit: () => undefined },
    log,
    version: '0.0.0',
    host: 'browser',
  });
  const shell = {
    openExternal: async () => false,
    showFile: async () => undefined,
    openWindow: () => undefined,
    showDraft: () => false,
    changed: () => undefined,
  };
  // The clock of the router runs ahead, so that its pace lets every call through.
  registerIpc({ handlers: assembleHandlers(services, shell), log, checkAnswers: true, nowMs: () => (nowMs += 1000) });
  known = await prepareDesk();
}, 120_000);

afterAll(async () => {
  await services.close();
  await rm(surroundings, { recursive: true, force: true });
});

/** A person, a draft and an inlet file, so that random calls also meet things that exist. */
async function prepareDesk(): Promise<typeof known> {
  const state = (await send('app:complete-first-start', trustedFrame, {
    name: '拟稿员甲',
    role: 'writer',
    samples: false,
  })) as { ok: boolean; value: { person: { id: string; role: string } } };
  expect(state).toMatchObject({ ok: true });
  const draft = (await send('draft:create', trustedFrame, {})) as {
    value: { summary: { id: string }; revision: { id: string }; content: object };
  };
  const file = (await send('inlet:begin', trustedFrame, { name: 'a.txt', bytes: 10 })) as { value: { fileId: string } };
  const strings = [
    state.value.person.id,
    state.value.person.role,
    draft.value.summary.id,
    draft.value.revision.id,
    file.value.fileId,
    '019ab000-0000-7000-8000-000000000001',
    'a'.repeat(64),
    '2026-11-23T06:03:22.000Z',
  ];
  return { strings, objects: [draft.value.content, wholeLog] };
}

/** Exactly a Result of this channel: a value of its response schema, or one of the known codes with its values. */
function outcomeOf(answer: unknown, channel: Channel, value: unknown): string {
  const result = resultSchema(contract[channel].response as z.ZodType).safeParse(answer);
  if (!result.success) expect.fail(`${channel} answered ${JSON.stringify(answer)} to ${JSON.stringify(value)}`);
  // Whatever it is, it can travel.
  encode(answer);
  return result.data.ok ? 'ok' : result.data.error.code;
}

describe.each(channels)(`the channel %s under ${valuesPerChannel} random values (seed ${seed})`, (channel) => {
  it(
    'answers each with a Result, fails unexpectedly on none, and answers no stranger',
    { timeout: 120_000 },
    async () => {
      const values = sample(
        oneof(
          {
            weight: 3,
            arbitrary: likely(contract[channel].request, {
              strings: likelyStrings(known.strings),
              objects: known.objects,
            }),
          },
          anything({ withBigInt: true, withDate: true, withMap: true, withSet: true, withTypedArray: true }),
        ),
        {
          numRuns: valuesPerChannel,
          seed,
        },
      );
      failures.length = 0;
      const outcomes = new Map<string, number>();
      for (const [index, value] of values.entries()) {
        const outcome = outcomeOf(await send(channel, trustedFrame, value), channel, value);
        outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
        if (index % 4 === 0) {
          const stranger = strangers[(index / 4) % strangers.length] ?? null;
          expect(await send(channel, stranger, value)).toEqual({
            ok: false,
            error: { code: 'untrusted-sender', params: {} },
          });
        }
      }
      expect(failures).toEqual([]);
      expect(outcomes.get('bad-request')).toBeGreaterThan(100);
      // The random values are good enough to come past the schema.
      expect([...outcomes.keys()].some((outcome) => outcome !== 'bad-request')).toBe(true);
      expect(await readdir(surroundings)).toEqual(['data']);
    },
  );
});
