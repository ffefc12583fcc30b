import { Worker } from 'node:worker_threads';
import { AppError } from '#shared/errors.ts';
import type { BureauProfile } from '#shared/model/bureau-profile.ts';

/** What the demonstration portal's thread is told when it starts. */
export interface DemoPortalStart {
  /** The portal's own data. */
  readonly folder: string;
  readonly profile: BureauProfile;
  /** Minisign public key (base64) that this workstation signs packages with. */
  readonly publicKey: string;
  /** Taken when it is free, so that addresses of published pages last; another one otherwise. */
  readonly preferredPort: number;
}

/** The only thing that the thread is told later. */
export interface DemoPortalOrder {
  readonly kind: 'close';
}

export interface DemoPortalMessage {
  readonly kind: 'ready';
  readonly url: string;
  readonly token: string;
}

/** A real portal on this machine, for trying things out and for the demonstration of the command line. */
export interface DemoPortal {
  readonly url: string;
  /** Accepted until the next start. */
  readonly token: string;
  close(): Promise<void>;
}

export const demoPortalPort = 48_620;

/** As people find it among the targets. */
export const demoPortalName = '本机演示门户';

/**
 * Starts the portal in a thread of its own, so that what it does never holds up the workstation.
 * @param workerUrl `src/portal/demo-worker.ts` from source, `demo-portal.js` from the build
 */
export async function startDemoPortal(workerUrl: URL, start: DemoPortalStart): Promise<DemoPortal> {
  const worker = new Worker(workerUrl, { workerData: start });
  const ready = Promise.withResolvers<DemoPortalMessage>();
  const exited = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
  worker.once('message', (message: DemoPortalMessage) => ready.resolve(message));
  worker.once('error', (cause) => ready.reject(new AppError('internal', { reason: 'demo-portal' }, { cause })));
  worker.once('exit', () => ready.reject(new AppError('internal', { reason: 'demo-portal-ended' })));
  const { url, token } = await ready.promise;
  return {
    url,
    token,
    async close() {
      const order: DemoPortalOrder = { kind: 'close' };
      worker.postMessage(order);
      await exited;
    },
  };
}
