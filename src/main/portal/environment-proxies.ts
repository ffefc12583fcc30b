import type { Proxies } from '#main/services/ports/proxies.ts';

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
      const parsed = /^\w+:\/\//.test(proxy) ? proxy : `http://${proxy}`;
      const { protocol: kind, host } = new URL(parsed);
      if (kind === 'http:') return `PROXY ${host}`;
      return kind === 'https:' ? `HTTPS ${host}` : `SOCKS ${host}`;
    },
  };
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
