/** Policy of the host's own few pages. */
export const hostPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** The app's own policy with the host's own link (socket and farewell) in `connect-src`. Everything else stays as the app wrote it. */
export function allowLink(policy: string, sources: readonly string[]): string {
  const directives = policy
    .split(';')
    .map((directive) => directive.trim())
    .filter((directive) => directive !== '');
  const sourcesOf = (name: string) =>
    directives
      .find((directive) => directive.split(/\s+/)[0] === name)
      ?.split(/\s+/)
      .slice(1);
  const inherited = sourcesOf('connect-src') ?? sourcesOf('default-src');
  if (inherited === undefined) return policy;
  const connect = ['connect-src', ...inherited.filter((source) => source !== "'none'"), ...sources].join(' ');
  return [...directives.filter((directive) => directive.split(/\s+/)[0] !== 'connect-src'), connect].join('; ');
}

/** Headers that the app's answers get where the app did not set them itself. */
export const defaultHeaders: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy':
    'camera=(), microphone=(), geolocation=(), usb=(), serial=(), hid=(), display-capture=(), payment=()',
  'cache-control': 'no-store',
};

/** Of what a page shows when the host has gone: each page of the app fetches it anew (`closingPage`), so that it is never of an earlier version. */
export const keptHeaders: Readonly<Record<string, string>> = { 'cache-control': 'max-age=31536000' };
