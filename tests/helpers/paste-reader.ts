import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { clipPictures } from '#main/files/clip-pictures.ts';
import { inletFiles } from '#main/files/inlet-files.ts';
import { pictureTypeOf } from '#main/files/picture-type.ts';
import { systemIds } from '#main/files/system-ids.ts';
import { pasteConverter } from '#main/publishing/paste/convert-paste.ts';
import { pasteService, type PasteServicePorts } from '#main/services/paste-service.ts';
import { looksLikeMarkdown } from '#shared/document/markdown-marks.ts';
import { AppError } from '#shared/errors.ts';
import type { Asset } from '#shared/model/asset.ts';
import { silentLog } from './silent-log.ts';

/** A picture of the store as far as the sheet asks. */
export function assetOf(bytes: Uint8Array): Asset {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const rendition = { sha256, width: 1200, height: 800, bytes: 1 };
  return {
    sha256,
    name: 'picture.jpg',
    type: 'image/jpeg',
    bytes: bytes.byteLength || 1,
    width: 1200,
    height: 800,
    takenAt: null,
    hadLocation: false,
    hasOriginal: true,
    display: rendition,
    thumbnail: rendition,
  };
}

/**
 * The reader of pastes as it is, on an inlet in `folder`. Only the store of pictures is left out: it takes whatever
 * begins like a picture.
 */
export function pasteReader(folder: string, change: Partial<PasteServicePorts> & { readonly temporary?: string } = {}) {
  const inlet = inletFiles(join(folder, 'inlet'), systemIds());
  const media: PasteServicePorts['media'] = {
    async importInlet(fileId) {
      const bytes = await inlet.read(fileId);
      await inlet.discard(fileId);
      if (!pictureTypeOf(bytes)) throw new AppError('picture-type-refused');
      return { asset: assetOf(bytes), frames: 1 };
    },
  };
  const service = pasteService({
    inlet,
    media,
    converter: pasteConverter,
    clipPictures: clipPictures(() => change.temporary ?? join(folder, 'none')),
    clipboard: { read: async () => null },
    marks: async () => ({ captionMark: '▲', creditMark: '摄影：' }),
    log: silentLog,
    ...change,
  });
  /** Through the inlet, as the window sends what is large. */
  async function send(bytes: Uint8Array): Promise<string> {
    const fileId = await inlet.begin('part', bytes.byteLength);
    await inlet.append(fileId, 0, bytes);
    return fileId;
  }
  async function read(
    html: string,
    parts: { readonly rtf?: string; readonly text?: string; readonly pictures?: readonly Uint8Array[] } = {},
  ) {
    const { text = '' } = parts;
    const pictures = await Promise.all((parts.pictures ?? []).map(send));
    return service.read({
      html: { kind: 'inlet', fileId: await send(Buffer.from(html)) },
      rtf: parts.rtf ? { kind: 'inlet', fileId: await send(Buffer.from(parts.rtf, 'latin1')) } : null,
      pictures,
      markdown: looksLikeMarkdown(text) ? text : null,
      askClipboard: true,
    });
  }
  return { inlet, read };
}
