import { expect, it } from 'vitest';
import { decodeFarewell, encodeFarewell } from '#tools/browser-host/link/farewell.ts';
import { ReliableStream } from '#tools/browser-host/link/stream.ts';

const page = crypto.randomUUID();

it('brings the page and its frames over unchanged', () => {
  const frames = [new Uint8Array([1, 2, 3]), new Uint8Array(), new Uint8Array(70_000).fill(7)];
  expect(decodeFarewell(encodeFarewell({ page, frames }))).toEqual({ page, frames });
});

it('is nothing when it was cut or is something else', () => {
  const body = encodeFarewell({ page, frames: [new Uint8Array([1, 2, 3])] });
  expect(decodeFarewell(body.subarray(0, -1))).toBeUndefined();
  expect(decodeFarewell(new TextEncoder().encode('farewell'))).toBeUndefined();
});

it('is taken once, whether the socket delivered its frames before, after or not at all', () => {
  const heard: unknown[] = [];
  const host = new ReliableStream((message) => heard.push(message));
  const sender = new ReliableStream(() => undefined);
  sender.attach({ send: (bytes) => host.receive(bytes) }, 0);
  sender.send('一');
  sender.detach();
  sender.send('二');
  for (const frame of sender.unacknowledged()) host.receive(frame);
  sender.attach({ send: (bytes) => host.receive(bytes) }, 0);
  expect(heard).toEqual(['一', '二']);
});
