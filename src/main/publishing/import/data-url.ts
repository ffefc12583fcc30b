import type { IncomingPicture } from './incoming-page.ts';

/** The picture that a `data:` address holds (RFC 2397); undefined for any other address. */
export function pictureOfDataUrl(address: string): IncomingPicture | undefined {
  const match = /^data:image\/([\w.+-]+)[^,]{0,100},/iu.exec(address);
  if (!match) return undefined;
  const body = address.slice(match[0].length);
  const bytes = /;base64,$/iu.test(match[0]) ? Buffer.from(body, 'base64') : Buffer.from(unescapeBytes(body), 'latin1');
  return { name: `picture.${match[1] === 'jpeg' ? 'jpg' : match[1]}`, bytes };
}

function unescapeBytes(body: string): string {
  return body.replace(/%([0-9a-f]{2})/giu, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
