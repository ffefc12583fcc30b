/** The system's word on how to reach an address. */
export interface Proxies {
  /** In the form of a proxy script's answer: `DIRECT`, `PROXY host:port`, `HTTPS host:port`, several parted by `;`. */
  resolve(url: string): Promise<string>;
}
