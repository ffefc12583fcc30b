import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { SendListener } from '#main/services/ports/portal-client.ts';
import type { Receipt } from '#shared/model/receipt.ts';
import { packageBench } from '#tests/builders/package-inputs.ts';
import { portalProcess } from '#tests/helpers/portal-process.ts';
import { deafListener, packageToSend, quickClient, runningPortal } from '#tests/helpers/running-portal.ts';
import { temporaryFolder } from '#tests/helpers/temporary-folder.ts';

/** When the portal is killed: at a moment of the upload, and so many milliseconds after it. */
const moments: readonly (readonly [at: keyof SendListener, milliseconds: number])[] = [
  ['onOffset', 0],
  ['onVerifying', 0],
  ['onVerifying', 30],
  ['onVerifying', 80],
  // Long after it was published.
  ['onVerifying', 2_000],
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
    // Its own folder for work is there once it has unpacked something.
    const left = await readdir(join(first.folder, 'temporary'), { recursive: true });
    expect(left.filter((name) => name !== 'portal')).toEqual([]);
  },
);
