import { connect, createServer, type Socket } from 'node:net';
import { listenOnLoopback } from './listen-on-loopback.ts';

export interface DyingLine {
  readonly url: string;
  /** Bytes that went towards the portal. */
  sent(): number;
  /** Connections that went through it. */
  connections(): number;
  /** What is connected now carries nothing any more, and nobody is told: as after sleep, or when an address is gone. */
  die(): void;
}

/** A line to a portal on which connections can go dead. New ones are well. */
export async function dyingLine(target: string): Promise<DyingLine> {
  const { hostname, port } = new URL(target);
  const ends = new Set<Socket>();
  let sent = 0;
  let connections = 0;
  const server = createServer((near) => {
    const far = connect(Number(port), hostname);
    let isDead = false;
    connections += 1;
    for (const end of [near, far]) {
      ends.add(end);
      end.on('error', () => undefined);
      end.on('dead', () => {
        isDead = true;
        end.pause();
      });
    }
    near.on('data', (chunk) => {
      if (isDead) return;
      sent += chunk.length;
      if (!far.write(chunk)) near.pause();
    });
    far.on('drain', () => !isDead && near.resume());
    far.on('data', (chunk) => !isDead && near.write(chunk));
    near.on('close', () => !isDead && far.destroy());
    far.on('close', () => !isDead && near.destroy());
  });
  const nearPort = await listenOnLoopback(server);
  return {
    url: `http://127.0.0.1:${nearPort}`,
    sent: () => sent,
    connections: () => connections,
    die: () => {
      for (const end of ends) end.emit('dead');
      ends.clear();
    },
  };
}
