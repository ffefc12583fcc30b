import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import type { SendListener } from '#main/services/ports/portal-client.ts';
import type { Receipt } from '#shared/model/receipt.ts';
import { packageBench } from '#tests/builders/package-inputs.ts';
import { deafListener, packageToSend, quickClient, runningPortal } from '#tests/helpers/running-portal.ts';
import { temporaryFolder } from '#tests/helpers/temporary-folder.ts';

const program = resolve(import.meta.dirname, '../../src/portal/main.ts');

interface PortalProcess {
  readonly url: string;
  kill(): Promise<void>;
}

/** `npm run portal` as a process of its own, on a data folder that has an exporter. */
async function portalProcess(folder: string): Promise<PortalProcess> {
  const child: ChildProcess = spawn(process.execPath, [program, '--data', folder, '--port', '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL');
    await exited;
  };
  onTestFinished(kill);
  if (!child.stdout) throw new Error('no output');
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /http:\/\/[\d.:]+/.exec(line)?.[0];
    if (url !== undefined) return { url, kill };
  }
  throw new Error('the portal did not start');
}

/** When the portal is killed: at a moment of the upload, and so many milliseconds after it. */
const moments: readonly (readonly [at: keyof SendListener, milliseconds: number])[] = [
  ['onOffset', 0],
  ['onVerifying', 0],
  ['onVerifying', 30],
  ['onVerifying', 80],
];

test.each(moments)(
  'a portal killed at %s + %i ms has published all or nothing, and does so after a restart',
  async (at, milliseconds) => {
    const first = await runningPortal();
    await first.portal.close();
    const pack = await packageToSend(await (await packageBench(await temporaryFolder())).write());
    const signal = new AbortController().signal;
    let portal = await portalProcess(first.folder);
    let killed: Promise<void> | undefined;
    const kill = (): void => {
      killed ??= wait(milliseconds).then(async () => portal.kill());
    };
    const send = async (listener: SendListener): Promise<Receipt | null> =>
      quickClient()
        .send({ url: portal.url, token: first.token, certificate: '', publicKey: null }, pack, {
          uploadUrl: '',
          bytesPerSecond: () => 0,
          signal,
          listener,
        })
        .catch(() => null);

    const early = await send({ ...deafListener, [at]: kill });
    expect(killed).toBeDefined();
    await killed;

    portal = await portalProcess(first.folder);
    const receipt = await send(deafListener);
    expect(receipt?.body.zipSha256).toBe(pack.zipSha256);
    // What was promised before the kill stands.
    if (early) expect(receipt).toEqual(early);
    const front = await (await fetch(portal.url)).text();
    expect(front.match(/<li>\s*<div class="words">/g)).toHaveLength(1);
    expect((await fetch(`${portal.url}/articles/TSZJ-20261123-0007/`)).status).toBe(200);
    expect(await readdir(join(first.folder, 'temporary'))).toEqual([]);
  },
);
