import { rtfTokens } from './rtf-tokens.ts';

/** A picture as it lies in an RTF. */
export interface RtfPicture {
  /** Where its `\pict` stands. */
  readonly at: number;
  /** `metafile` is WMF, EMF, PICT or a bitmap of the system: it cannot be taken in, but it has a place in the order. */
  readonly kind: 'png' | 'jpeg' | 'metafile';
  readonly bytes: Uint8Array;
  /** Only a part of it is shown; the bytes are all of it. */
  readonly isCropped: boolean;
  /** As shown, in CSS pixels; left out when the RTF does not say. */
  readonly width?: number;
  readonly height?: number;
}

/** Groups whose pictures are not shown in the text: bullets, stand-ins for old readers, the page's background. */
export const asideGroups: ReadonlySet<string> = new Set([
  'nonshppict',
  'shprslt',
  'listpicture',
  'listtable',
  'background',
  'stylesheet',
  'fonttbl',
]);
/** Groups inside `\pict` whose hexadecimal is no picture: tags and properties of shapes. */
const pictureAsides = new Set(['blipuid', 'picprop']);
const kindOf: Readonly<Record<string, RtfPicture['kind']>> = {
  pngblip: 'png',
  jpegblip: 'jpeg',
  emfblip: 'metafile',
  wmetafile: 'metafile',
  macpict: 'metafile',
  dibitmap: 'metafile',
  wbitmap: 'metafile',
};
const mostPictures = 500;
const twipsPerPixel = 15;
/** Twips by which programs miss each other when they round. */
const leastCrop = 30;

interface Group {
  /** Nothing in it is read. */
  readonly isAside: boolean;
  picture: OpenPicture | undefined;
}
interface OpenPicture {
  readonly at: number;
  kind: RtfPicture['kind'];
  hex: string[];
  binary: Uint8Array | undefined;
  isCropped: boolean;
  width: number;
  height: number;
  scaleX: number;
  scaleY: number;
}

/**
 * The pictures of an RTF in reading order (RTF 1.9.1, "Pictures": `\pict` with `\pngblip`, `\jpegblip`, hexadecimal or
 * `\bin`). One pass over the text; total: what is broken ends where it breaks.
 * @param rtf one character for each byte (latin1)
 */
export function rtfPictures(rtf: string): readonly RtfPicture[] {
  const found: RtfPicture[] = [];
  const groups: Group[] = [{ isAside: false, picture: undefined }];
  for (const token of rtfTokens(rtf)) {
    const group = groups.at(-1);
    if (!group || found.length >= mostPictures) break;
    if (token.kind === 'open') {
      groups.push({ isAside: group.isAside, picture: group.picture });
    } else if (token.kind === 'close') {
      groups.pop();
      const outer = groups.at(-1);
      // The group in which the picture began is over.
      if (group.picture && group.picture !== outer?.picture) keep(group.picture, found);
    } else if (token.kind === 'word') {
      readWord(token.word, token.value ?? 0, token.at, group, groups);
    } else if (!group.picture || group.isAside) {
      continue;
    } else if (token.kind === 'binary') {
      group.picture.binary = latin1(token.bytes);
    } else if (token.kind === 'text' && !token.isEscaped) {
      group.picture.hex.push(token.text);
    }
  }
  return found;
}

function readWord(word: string, value: number, at: number, group: Group, groups: Group[]): void {
  if (asideGroups.has(word) || (group.picture && pictureAsides.has(word))) {
    groups[groups.length - 1] = { ...group, isAside: true };
  } else if (word === 'pict' && !group.isAside) {
    group.picture = newPicture(at);
  } else if (group.picture && !group.isAside) {
    group.picture.kind = kindOf[word] ?? group.picture.kind;
    if (/^piccrop[lrtb]$/u.test(word) && value >= leastCrop) group.picture.isCropped = true;
    if (word === 'picwgoal') group.picture.width = value;
    if (word === 'pichgoal') group.picture.height = value;
    if (word === 'picscalex') group.picture.scaleX = value;
    if (word === 'picscaley') group.picture.scaleY = value;
  }
}

function newPicture(at: number): OpenPicture {
  const size = { width: 0, height: 0, scaleX: 100, scaleY: 100 };
  return { at, kind: 'metafile', hex: [], binary: undefined, isCropped: false, ...size };
}

function keep(open: OpenPicture, found: RtfPicture[]): void {
  const bytes = open.kind === 'metafile' ? new Uint8Array() : (open.binary ?? hexBytes(open.hex.join('')));
  const width = (open.width * open.scaleX) / 100 / twipsPerPixel;
  const height = (open.height * open.scaleY) / 100 / twipsPerPixel;
  const isBroken = open.kind !== 'metafile' && bytes.length === 0;
  found.push({
    at: open.at,
    kind: isBroken ? 'metafile' : open.kind,
    bytes,
    isCropped: open.isCropped,
    ...(width > 0 && height > 0 ? { width, height } : {}),
  });
}

function hexBytes(text: string): Uint8Array {
  return Buffer.from(text.replace(/[^0-9a-f]/giu, ''), 'hex');
}

function latin1(text: string): Uint8Array {
  return Buffer.from(text, 'latin1');
}
