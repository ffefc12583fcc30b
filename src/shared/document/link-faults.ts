import { hostOf } from './url.ts';

/**
 * What is wrong with an address that leads nowhere, or soon will, as far as it can be told without calling it:
 * `malformed`: no server can be meant; `inside`: only a network of the house reaches it; `test`: reserved for examples
 * (RFC 2606, RFC 6761); `short`: readers cannot see where it leads; `fleeting`: it is signed for a short time.
 */
export type LinkFault = 'malformed' | 'inside' | 'test' | 'short' | 'fleeting';

/** Names that never stand in the public DNS. */
const insideSuffixes = ['local', 'localhost', 'lan', 'internal', 'intranet', 'corp', 'home', 'home.arpa'];
const testSuffixes = ['example', 'invalid', 'test', 'example.com', 'example.org', 'example.net'];
/** Services whose addresses hide another one. */
const shorteners = [
  't.cn',
  'url.cn',
  'dwz.cn',
  'suo.im',
  'mrw.so',
  'u.nu',
  'is.gd',
  'bit.ly',
  'goo.gl',
  't.co',
  'tinyurl.com',
];
/** What storage services and WeChat's preview put into addresses that expire. */
const fleetingFields = [
  'tempkey',
  'x-amz-expires',
  'x-oss-expires',
  'x-cos-security-token',
  'q-sign-time',
  'ossaccesskeyid',
];
/** A label of a host name (RFC 1123, 2.1), also in the Punycode of a Chinese one. */
const label = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/** The first fault of an http(s) address; undefined for a sound one, and for mail and telephone. */
export function linkFault(url: string): LinkFault | undefined {
  const host = hostOf(url);
  if (host === '') return undefined;
  const address = new URL(url);
  const isNumber = /^\d+(?:\.\d+){3}$/.test(host);
  if (isInside(host, isNumber)) return 'inside';
  if (endsIn(host, testSuffixes)) return 'test';
  if (isMalformed(address.href, host, isNumber)) return 'malformed';
  if (endsIn(host, shorteners)) return 'short';
  const fields = new Set(fieldsOf(address.href));
  const isSigned = fields.has('expires') && fields.has('signature');
  return isSigned || fleetingFields.some((name) => fields.has(name)) ? 'fleeting' : undefined;
}

/** The names in the query of an address, small. */
function fieldsOf(href: string): readonly string[] {
  const query = /\?([^#]*)/.exec(href)?.[1] ?? '';
  return query.split('&').map((field) => (field.split('=', 1)[0] ?? '').toLowerCase());
}

function isMalformed(href: string, host: string, isNumber: boolean): boolean {
  const labels = host.split('.');
  const isName = labels.every((part) => label.test(part)) && /^(?:[a-z]{2,}|xn--.+)$/.test(labels.at(-1) ?? '');
  if (!isName && !isNumber && !host.startsWith('[')) return true;
  const rest = decode(href.replace(/^https?:\/\/[^/?#]*/, ''));
  // Written twice (`https://http//…`), or with the end of the sentence in it.
  return (
    /^\/{2,}(?:www\.|https?)/.test(rest) || /https?$/.test(labels[0] ?? '') || /[。，、；：）》”’！？]$/u.test(rest)
  );
}

/** RFC 1918, RFC 4193, link-local and loopback addresses, names without a point, and names of house networks. */
function isInside(host: string, isNumber: boolean): boolean {
  if (host.startsWith('[')) return /^\[(?:::1|::|f[cd][0-9a-f]{2}:|fe[89ab][0-9a-f]:)/.test(host);
  if (!isNumber) return !host.includes('.') || endsIn(host, insideSuffixes);
  const [first = 0, second = 0] = host.split('.').map(Number);
  return (
    first === 0 ||
    first === 10 ||
    first === 127 ||
    (first === 169 && second === 254) ||
    (first === 172 && second >= 16 && second < 32) ||
    (first === 192 && second === 168) ||
    (first === 100 && second >= 64 && second < 128)
  );
}

function endsIn(host: string, suffixes: readonly string[]): boolean {
  return suffixes.some((suffix) => host === suffix || host.endsWith(`.${suffix}`));
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
