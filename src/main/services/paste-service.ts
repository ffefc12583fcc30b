import type { CaptionMarks } from '#shared/document/caption-text.ts';
import type { BlockNode } from '#shared/document/schema.ts';
import { toCodedError } from '#shared/errors.ts';
import type { ParsedRequest, Response } from '#shared/ipc/contract.ts';
import type { Asset } from '#shared/model/asset.ts';
import { noteSamplesKept, pasteNoteGroups, type PasteNote, type PasteNoteKind } from '#shared/model/paste-report.ts';
import type { MediaService, TakenPicture } from './media-service.ts';
import type { ClipPictures } from './ports/clip-pictures.ts';
import type { ClipboardReader } from './ports/clipboard-reader.ts';
import type { InletFiles } from './ports/inlet-files.ts';
import type { Log } from './ports/log.ts';
import type { PasteConverter, PastedPicture } from './ports/paste-converter.ts';

export interface PasteService {
  /** See `paste:read` of the contract. */
  read(request: ParsedRequest<'paste:read'>): Promise<Response<'paste:read'>>;
}

export interface PasteServicePorts {
  readonly inlet: InletFiles;
  readonly media: Pick<MediaService, 'importInlet'>;
  readonly converter: PasteConverter;
  readonly clipPictures: ClipPictures;
  readonly clipboard: ClipboardReader;
  readonly marks: () => Promise<CaptionMarks>;
  readonly log: Log;
}

interface Found {
  readonly kind: PasteNoteKind;
  readonly bytes: Uint8Array | null;
}

/**
 * Turns what another program put on a clipboard into blocks, with the pictures that can be had without asking anybody:
 * those in the HTML, in the RTF, in Word's and WPS's own temporary files, and a bitmap on the clipboard. Others wait.
 */
export function pasteService(ports: PasteServicePorts): PasteService {
  const { inlet, media, clipPictures, log } = ports;

  /** What the paste itself did not bring; only when the clipboard still holds what was pasted. */
  async function fromClipboard(html: string): Promise<{ rtf: Uint8Array | null; picture: Uint8Array | null }> {
    const found = await ports.clipboard.read();
    const isSame = found && (found.html.includes(html.trim()) || html.includes(found.html.trim()));
    return isSame ? found : { rtf: null, picture: null };
  }

  /** The bytes of an inlet file, which is not needed any more. */
  async function readInlet(fileId: string): Promise<Uint8Array> {
    const bytes = await inlet.read(fileId);
    await inlet.discard(fileId);
    return bytes;
  }

  async function find(picture: PastedPicture, bitmap: Uint8Array | null): Promise<Found> {
    if (picture.inside) return { kind: 'picture-data', bytes: picture.inside };
    const isFile = /^file:/iu.test(picture.address);
    const file = isFile ? await clipPictures.read(picture.address) : null;
    if (file) return { kind: 'picture-file', bytes: file };
    if (picture.rtf instanceof Uint8Array) return { kind: 'picture-rtf', bytes: picture.rtf };
    if (bitmap) return { kind: 'picture-clipboard', bytes: bitmap };
    if (picture.rtf === 'metafile') return { kind: 'picture-metafile', bytes: null };
    return { kind: /^(https?:)?\/\//iu.test(picture.address) ? 'picture-remote' : 'picture-lost', bytes: null };
  }

  async function take(bytes: Uint8Array, name: string): Promise<TakenPicture> {
    const fileId = await inlet.begin(name, bytes.byteLength);
    try {
      await inlet.append(fileId, 0, bytes);
      return await media.importInlet(fileId, { acceptTruncated: false });
    } catch (thrown) {
      await inlet.discard(fileId).catch(() => undefined);
      throw thrown;
    }
  }

  return {
    async read({ html, rtf, markdown, pictures, askClipboard }) {
      const source = html.kind === 'text' ? html.text : new TextDecoder().decode(await readInlet(html.fileId));
      const clipboard = askClipboard ? await fromClipboard(source) : { rtf: null, picture: null };
      const rich = rtf ? await readInlet(rtf.fileId) : clipboard.rtf;
      const converted = await ports.converter.convert({ html: source, rtf: rich, markdown }, await ports.marks());
      const bitmaps = await Promise.all(pictures.map(async (fileId) => readInlet(fileId)));
      if (bitmaps.length === 0 && clipboard.picture) bitmaps.push(clipboard.picture);
      // A bitmap beside words is a drawing of the words; beside as many pictures it is these.
      const isPictures = converted.blocks.length === bitmaps.length && converted.pictures.length === bitmaps.length;

      const notes = [...converted.notes];
      const blocks: BlockNode[] = [...converted.blocks];
      const assets = new Map<string, Asset>();
      // One after the other: the person writes on meanwhile, and their window needs a core of its own.
      for (const [index, picture] of converted.pictures.entries()) {
        const found = await find(picture, isPictures ? (bitmaps[index] ?? null) : null);
        const block = blocks[picture.block];
        if (!found.bytes || block?.type !== 'figure') {
          count(notes, found.kind, picture.address);
          continue;
        }
        try {
          const { asset, frames } = await take(found.bytes, `picture-${index + 1}`);
          assets.set(asset.sha256, asset);
          blocks[picture.block] = { ...block, asset: asset.sha256 };
          count(notes, found.kind, '');
          if (frames > 1) count(notes, 'picture-first-frame', '');
          if (found.kind === 'picture-rtf' && picture.isCropped) count(notes, 'picture-uncropped', '');
        } catch (thrown) {
          log.warn('paste.picture-refused', { code: toCodedError(thrown).code, bytes: found.bytes.byteLength });
          count(notes, 'picture-refused', picture.address);
        }
      }
      log.info('paste.read', { origin: converted.origin, blocks: blocks.length, pictures: converted.pictures.length });
      return { blocks, assets: [...assets.values()], report: { origin: converted.origin, notes } };
    },
  };
}

function count(notes: PasteNote[], kind: PasteNoteKind, sample: string): void {
  const at = notes.findIndex((note) => note.kind === kind);
  const known = notes[at] ?? { group: pasteNoteGroups[kind], kind, count: 0, samples: [] };
  const shown = new Set(sample === '' ? known.samples : [...known.samples, sample.slice(0, 120)]);
  const samples = [...shown].slice(0, noteSamplesKept);
  notes[at < 0 ? notes.length : at] = { ...known, count: known.count + 1, samples };
}
