import { EventEmitter } from 'node:events';
import type { Session } from 'electron';
import { environmentProxies } from '#main/portal/environment-proxies.ts';
import { guard } from '../link/guard.ts';

/**
 * The browser asks its own person about permissions, and the host's server denies every device by Permissions-Policy, so what the
 * app registers here is accepted and never called. Downloads are the browser's: `will-download` does not fire.
 */
class HostSession extends EventEmitter {
  readonly webRequest = guard('session.webRequest', {
    onBeforeRequest: ignore,
    onBeforeSendHeaders: ignore,
    onHeadersReceived: ignore,
  });

  setPermissionRequestHandler(_handler: unknown): void {}
  setPermissionCheckHandler(_handler: unknown): void {}
  setDevicePermissionHandler(_handler: unknown): void {}
  setDisplayMediaRequestHandler(_handler: unknown): void {}
  setSpellCheckerEnabled(_enabled: boolean): void {}

  /** There is no desktop to ask: the environment's variables say which proxy to take. */
  resolveProxy(url: string): Promise<string> {
    return environmentProxies(process.env).resolve(url);
  }

  clearStorageData(): Promise<void> {
    return Promise.resolve();
  }

  clearCache(): Promise<void> {
    return Promise.resolve();
  }
}

function ignore(..._parts: unknown[]): void {}

export const defaultSession = guard('session.defaultSession', new HostSession()) as unknown as Session;

export const session = guard('session', {
  defaultSession,
  fromPartition: (_partition: string): Session => defaultSession,
});
