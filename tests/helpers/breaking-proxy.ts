import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

export interface BreakingProxy {
  readonly url: string;
  /** Bytes that went towards the portal. */
  sent(): number;
  /** How often the line broke. */
  breaks(): number;
}

/** A line to a portal that breaks each time so many bytes went through it, as often as asked, and then holds. */
export async function breakingProxy(target: string, breakAfter: number, breaks: number): Promise<BreakingProxy> {
  const { hostname, port } = new URL(target);
  const sockets = new Set<Socket>();
  let sent = 0;
  let passed = 0;
  let left = breaks;
  const server = createServer((near) => {
    const far = connect(Number(port), hostname);
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => sockets.delete(socket));
    }
    near.on('data', (chunk) => {
      sent += chunk.length;
      passed += chunk.length;
      if (left > 0 && passed > breakAfter) {
        left -= 1;
        passed = 0;
        near.destroy();
        far.destroy();
      } else {
        far.write(chunk);
      }
    });
    far.pipe(near);
    near.on('end', () => far.end());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(
    async () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  );
  const { port: nearPort } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${nearPort}`, sent: () => sent, breaks: () => breaks - left };
}
