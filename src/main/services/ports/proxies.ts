import type { ProxyLogin } from '#shared/model/proxy-login.ts';

/** The system's word on how to reach an address. */
export interface Proxies {
  /** In the form of a proxy script's answer: `DIRECT`, `PROXY host:port`, `HTTPS host:port`, several parted by `;`. */
  resolve(url: string): Promise<string>;
}

/** Names and passwords that people gave for proxies. */
export interface ProxyLogins {
  /** For the proxy at this place (`host:port`); null for nothing. */
  find(place: string): Promise<ProxyLogin | null>;
}
