import { AppError } from '#shared/errors.ts';
import { proxyLoginSchema, type ProxyLogin } from '#shared/model/proxy-login.ts';
import type { Proxies, ProxyLogins } from './ports/proxies.ts';
import type { Secrets } from './ports/secrets.ts';
import { readJson } from './read-json.ts';

export interface ProxyLoginService extends ProxyLogins {
  /**
   * Keeps the name and password for the proxy that leads to this address, where the system has a safe place, and in memory
   * elsewhere. Refuses `portal-proxy` where none leads there that we can use.
   */
  keep(url: string, login: ProxyLogin): Promise<void>;
}

/** Names and passwords for proxies of the network. They are nobody's but the proxy's: no portal ever gets them. */
export function proxyLoginService(ports: {
  readonly secrets: Secrets;
  readonly proxies: Proxies;
  /** The proxy among a proxy script's answers that we go through; null for none. */
  readonly choose: (answer: string) => string | null;
}): ProxyLoginService {
  const { secrets, proxies, choose } = ports;
  return {
    async keep(url, login) {
      const proxy = choose(await proxies.resolve(new URL(url).origin));
      if (proxy === null) throw new AppError('portal-proxy', { proxy: 'DIRECT' });
      await secrets.write(secretOf(new URL(proxy).host), JSON.stringify(login));
    },
    async find(place) {
      const kept = proxyLoginSchema.safeParse(readJson(await secrets.read(secretOf(place))));
      return kept.success ? kept.data : null;
    },
  };
}

function secretOf(place: string): string {
  return `proxy ${place}`;
}
