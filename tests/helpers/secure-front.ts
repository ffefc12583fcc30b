import { connect, createServer as createPlainServer, type Socket } from 'node:net';
import { createServer } from 'node:tls';
import { listenOnLoopback } from './listen-on-loopback.ts';

/** TLS before a portal, as the proxy of a real site stands: what comes in goes on to `target` unencrypted. */
export async function secureFront(
  target: string,
  credentials: { readonly key: string; readonly cert: string },
): Promise<string> {
  const server = createServer(credentials, (near) => join(near, target));
  return `https://127.0.0.1:${await listenOnLoopback(server)}`;
}

/**
 * A proxy of the kind that an office has: answers CONNECT (RFC 9110, 9.3.6), and counts whom it was asked for. With a
 * password it wants that of `zhujian` (RFC 7617) and lets nobody else through.
 */
export async function officeProxy(
  options: { readonly password?: string } = {},
): Promise<{ url: string; asked: readonly string[] }> {
  const asked: string[] = [];
  const server = createPlainServer((near) => {
    near.once('data', (chunk) => {
      const line = chunk.toString('latin1').split('\r\n')[0] ?? '';
      asked.push(line);
      const place = /^CONNECT (\S+) /.exec(line)?.[1];
      const refusal = place === undefined ? '405 Method Not Allowed' : refusalOf(chunk.toString('latin1'), options);
      if (refusal !== null) {
        near.end(`HTTP/1.1 ${refusal}\r\nproxy-authenticate: Basic realm="office"\r\ncontent-length: 0\r\n\r\n`);
        return;
      }
      near.write('HTTP/1.1 200 Connection established\r\n\r\n');
      join(near, `http://${place}`);
    });
  });
  return { url: `127.0.0.1:${await listenOnLoopback(server)}`, asked };
}

function refusalOf(request: string, { password }: { readonly password?: string }): string | null {
  const given = /^proxy-authorization: Basic (\S+)\r?$/im.exec(request)?.[1] ?? '';
  const isKnown = password === undefined || Buffer.from(given, 'base64').toString('utf8') === `zhujian:${password}`;
  return isKnown ? null : '407 Proxy Authentication Required';
}

function join(near: Socket, target: string): void {
  const { hostname, port } = new URL(target);
  const far = connect(Number(port), hostname);
  near.on('error', () => far.destroy());
  far.on('error', () => near.destroy());
  near.on('close', () => far.destroy());
  near.pipe(far).pipe(near);
}
