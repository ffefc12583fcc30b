import type { CustomScheme, Protocol } from 'electron';
import { host } from '../host.ts';
import { guard } from '../link/guard.ts';

export const protocol = guard('protocol', {
  /** The host serves the scheme as http://127.0.0.1, which has these privileges. */
  registerSchemesAsPrivileged(_schemes: CustomScheme[]): void {},

  handle(scheme: string, handler: (request: Request) => Response | Promise<Response>): void {
    if (host.schemes.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`);
    host.schemes.set(scheme, handler);
  },

  unhandle(scheme: string): void {
    host.schemes.delete(scheme);
  },

  isProtocolHandled(scheme: string): boolean {
    return host.schemes.has(scheme);
  },
} satisfies Pick<Protocol, 'registerSchemesAsPrivileged' | 'handle' | 'unhandle' | 'isProtocolHandled'>);
