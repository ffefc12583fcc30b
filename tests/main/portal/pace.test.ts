import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { paced } from '#main/portal/pace.ts';

test('a limit is kept to, and every byte comes through', async () => {
  const bytes = randomBytes(100_000);
  const begun = performance.now();
  expect(await buffer(paced(Readable.from([bytes], { objectMode: false }), () => 200_000))).toEqual(bytes);
  // A loaded machine may take longer, never less.
  expect(performance.now() - begun).toBeGreaterThan(480);
});

test('a limit that is lifted on the way holds up nothing any more', async () => {
  const bytes = randomBytes(1_000_000);
  let limit = 10_000;
  const stream = paced(Readable.from([bytes], { objectMode: false }), () => limit);
  const first = await new Promise<Buffer>((resolve) => stream.once('data', resolve));
  expect(first.length).toBe(10_000);
  limit = 0;
  expect(await buffer(stream)).toEqual(bytes.subarray(first.length));
});

test('letting go of the stream lets go of its source', async () => {
  const source = Readable.from([randomBytes(1000), randomBytes(1000)], { objectMode: false });
  const stream = paced(source, () => 0);
  stream.destroy();
  await new Promise((resolve) => source.once('close', resolve));
  expect(source.destroyed).toBe(true);
});
