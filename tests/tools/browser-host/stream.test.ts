import { array, assert, constant, integer, oneof, property } from 'fast-check';
import { expect, it } from 'vitest';
import { ReliableStream } from '#tools/browser-host/link/stream.ts';

/** Two ends and a socket between them that can be cut: what is on its way when it is cut is lost. */
function createPair() {
  const got = { left: [] as unknown[], right: [] as unknown[] };
  const left = new ReliableStream((message) => got.left.push(message));
  const right = new ReliableStream((message) => got.right.push(message));
  let wire: { to: ReliableStream; bytes: Uint8Array }[] = [];
  const pipe = (to: ReliableStream) => ({
    send: (bytes: Uint8Array<ArrayBuffer>) => void wire.push({ to, bytes: bytes.slice() }),
  });
  return {
    left,
    right,
    got,
    connect() {
      const leftHas = left.received;
      left.attach(pipe(right), right.received);
      right.attach(pipe(left), leftHas);
    },
    cut() {
      wire = [];
      left.detach();
      right.detach();
    },
    deliver(count = Number.POSITIVE_INFINITY) {
      for (let done = 0; done < count && wire.length > 0; done += 1) {
        const frame = wire.shift();
        frame?.to.receive(frame.bytes);
      }
    },
  };
}

it('delivers in order what was sent before, during and after a break', () => {
  const pair = createPair();
  pair.left.send('before');
  pair.connect();
  pair.left.send('on its way');
  pair.cut();
  pair.left.send('during');
  pair.connect();
  pair.left.send('after');
  pair.deliver();
  expect(pair.got.right).toEqual(['before', 'on its way', 'during', 'after']);
});

it('delivers every message once over any sequence of sends, deliveries and breaks', () => {
  const step = oneof(
    constant('left' as const),
    constant('right' as const),
    constant('break' as const),
    integer({ min: 1, max: 5 }),
  );
  assert(
    property(array(step, { maxLength: 60 }), (steps) => {
      const pair = createPair();
      const sent = { left: 0, right: 0 };
      pair.connect();
      for (const what of steps) {
        if (what === 'break') {
          pair.cut();
          pair.connect();
        } else if (typeof what === 'number') pair.deliver(what);
        else pair[what].send((sent[what] += 1));
      }
      pair.deliver();
      expect(pair.got.right).toEqual(Array.from({ length: sent.left }, (_, index) => index + 1));
      expect(pair.got.left).toEqual(Array.from({ length: sent.right }, (_, index) => index + 1));
      pair.cut();
    }),
    { numRuns: 500, seed: 20261123 },
  );
});

it('fails rather than keep without end what the other side never reads', () => {
  const { left } = createPair();
  const chunk = new Uint8Array(32 * 1024 * 1024);
  expect(() => {
    for (let sent = 0; sent < 10; sent += 1) left.send(chunk);
  }).toThrow('does not read');
});
