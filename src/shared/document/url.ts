/**
 * The one URL rule that inlet, link node, export and opening share. Answers the normalised address, or undefined for
 * anything but http, https, mailto and tel: `javascript:`, `data:`, `file:` and relative addresses never get in.
 */
export function sanitizeUrl(input: string): string | undefined {
  const text = input.trim();
  // Control characters are dropped by URL parsers, which is how `java\nscript:` slips through filters.
  // oxlint-disable-next-line no-control-regex -- the control characters are the point
  if (/[\u0000-\u0020\u007f]/.test(text)) return undefined;
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(text)?.[1]?.toLowerCase();
  if (scheme === 'mailto') return /^mailto:[^@\s]+@[^@\s]+$/i.test(text) ? text : undefined;
  if (scheme === 'tel') return /^tel:\+?[0-9-]+$/i.test(text) ? text : undefined;
  if (scheme !== 'http' && scheme !== 'https') return undefined;
  return URL.canParse(text) && hostOf(text) !== '' && !text.includes('@', text.indexOf('//'))
    ? new URL(text).href
    : undefined;
}

/** The host of an http(s) address without its port, lower case; empty for others. */
export function hostOf(url: string): string {
  if (!URL.canParse(url)) return '';
  const parsed = new URL(url);
  return parsed.protocol === 'http:' || parsed.protocol === 'https:' ? parsed.hostname.toLowerCase() : '';
}

/** Whether a host stands in an allow list of hosts and `*.suffix` patterns (`*.gov.cn` covers `gov.cn` too). */
export function isAllowedHost(host: string, allowList: readonly string[]): boolean {
  return allowList.some((entry) => {
    if (!entry.startsWith('*.')) return host === entry.toLowerCase();
    const suffix = entry.slice(2).toLowerCase();
    return host === suffix || host.endsWith(`.${suffix}`);
  });
}
