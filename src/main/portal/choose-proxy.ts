import { AppError } from '#shared/errors.ts';

/** Address of the proxy to go through, null for none; the first of the answers that we can use. Refuses `portal-proxy`. */
export function chooseProxy(answer: string): string | null {
  for (const entry of answer.split(';')) {
    const [kind = '', place = ''] = entry.trim().split(/\s+/);
    switch (kind.toUpperCase()) {
      case '':
      case 'DIRECT':
        return null;
      case 'PROXY':
      case 'HTTP':
        return `http://${place}`;
      case 'HTTPS':
        return `https://${place}`;
      default:
        // SOCKS and what is yet to come: perhaps another one follows.
        break;
    }
  }
  throw new AppError('portal-proxy', { proxy: answer.slice(0, 200) });
}
