import type { Proxies, ProxyLogins } from '#main/services/ports/proxies.ts';
import { chooseProxy } from './choose-proxy.ts';

/** How the network lets us out. */
export interface WayOut {
  readonly proxies: Proxies;
  readonly logins: ProxyLogins;
}

export const straightOut: WayOut = {
  proxies: { resolve: async () => 'DIRECT' },
  logins: { find: async () => null },
};

/** Address of the proxy that leads to an origin, with the name and password for it where they are known; null for none. */
export async function proxyTo(origin: string, { proxies, logins }: WayOut): Promise<string | null> {
  const proxy = chooseProxy(await proxies.resolve(origin));
  if (proxy === null) return null;
  const address = new URL(proxy);
  const login = await logins.find(address.host);
  if (login) {
    address.username = encodeURIComponent(login.name);
    address.password = encodeURIComponent(login.password);
  }
  return address.href.replace(/\/$/, '');
}
