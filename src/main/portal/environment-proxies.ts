import type { Proxies, ProxyLogins } from '#main/services/ports/proxies.ts';

type Environment = Readonly<Record<string, string | undefined>>;

const loopback = /^(?:localhost|.*\.localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/** The usual variables (`https_proxy`, `http_proxy`, `all_proxy`, `no_proxy`), where there is no desktop to ask. */
export function environmentProxies(environment: Environment): Proxies {
  const read = (name: string): string => environment[name] ?? environment[name.toUpperCase()] ?? '';
  return {
    async resolve(url) {
      const { protocol, hostname, port } = new URL(url);
      const proxy = read(`${protocol.slice(0, -1)}_proxy`) || read('all_proxy');
      if (proxy === '' || loopback.test(hostname) || isExempt(read('no_proxy'), hostname, port)) return 'DIRECT';
      const { protocol: kind, host } = addressOf(proxy);
      if (kind === 'http:') return `PROXY ${host}`;
      return kind === 'https:' ? `HTTPS ${host}` : `SOCKS ${host}`;
    },
  };
}

/** Names and passwords that stand in the same variables (`http://name:password@proxy:3128`). */
export function environmentLogins(environment: Environment): ProxyLogins {
  const given = ['https_proxy', 'http_proxy', 'all_proxy'].flatMap(
    (name) => environment[name] || environment[name.toUpperCase()] || [],
  );
  return {
    async find(place) {
      const found = given.map(addressOf).find(({ host, username }) => host === place && username !== '');
      return found ? { name: decodeURIComponent(found.username), password: decodeURIComponent(found.password) } : null;
    },
  };
}

function addressOf(proxy: string): URL {
  return new URL(/^\w+:\/\//.test(proxy) ? proxy : `http://${proxy}`);
}

/** `no_proxy` lists hosts, `.suffixes`, `host:port` or `*`. */
function isExempt(list: string, hostname: string, port: string): boolean {
  return list.split(/[\s,]+/).some((entry) => {
    if (entry === '*') return true;
    const [host = '', onlyPort] = entry
      .toLowerCase()
      .replace(/^\*?\./, '')
      .split(':');
    if (host === '' || (onlyPort !== undefined && onlyPort !== port)) return false;
    return hostname === host || hostname.endsWith(`.${host}`);
  });
}
