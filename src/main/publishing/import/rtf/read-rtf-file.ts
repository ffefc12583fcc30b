import { AppError } from '#shared/errors.ts';
import type { ChangeLog } from '../change-log.ts';
import type { IncomingPage, IncomingPicture } from '../incoming-page.ts';
import { readHtml } from '../read-page.ts';
import type { RtfPicture } from './rtf-pictures.ts';
import { readRtf } from './rtf-reader.ts';

/** Reads an RTF with its pictures. Refuses `page-empty`, `import-too-heavy`. */
export function readRtfFile(bytes: Uint8Array, name: string, log: ChangeLog): IncomingPage {
  const { html, pictures } = readRtf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1'));
  const page = readHtml(html, log);
  if (page.blocks.length === 0) throw new AppError('page-empty', { name });
  return { ...page, kind: 'rtf', findPicture: ({ order }) => incoming(pictures[order], order) };
}

/** Metafiles cannot be taken in; they count as pictures that did not come along. */
function incoming(picture: RtfPicture | undefined, order: number): IncomingPicture | undefined {
  if (!picture || picture.kind === 'metafile') return undefined;
  return { name: `picture-${order + 1}.${picture.kind === 'png' ? 'png' : 'jpg'}`, bytes: picture.bytes };
}
