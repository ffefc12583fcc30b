import { connect, createServer } from 'node:net';
import { listenOnLoopback } from './listen-on-loopback.ts';

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
  let sent = 0;
  let passed = 0;
  let broken = 0;
  const server = createServer((near) => {
    const far = connect(Number(port), hostname);
    near.on('error', () => far.destroy());
    near.on('close', () => far.destroy());
    far.on('error', () => near.destroy());
    near.on('data', (chunk) => {
      sent += chunk.length;
      passed += chunk.length;
      if (broken < breaks && passed > breakAfter) {
        broken += 1;
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
  const nearPort = await listenOnLoopback(server);
  return { url: `http://127.0.0.1:${nearPort}`, sent: () => sent, breaks: () => broken };
}
