import { session } from 'electron';
import type { Proxies } from '#main/services/ports/proxies.ts';

/** The proxy settings of the system, proxy scripts included, as the window's engine reads them. */
export const systemProxies: Proxies = {
  resolve: async (url) => session.defaultSession.resolveProxy(url),
};
