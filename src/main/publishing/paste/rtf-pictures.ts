/** A picture as it lies in an RTF. */
export interface RtfPicture {
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
const asideGroups = new Set([
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
  const token = /\\([a-z]+)(-?\d{1,9})? ?|\\[^a-z]|[{}]|[^\\{}]+/giuy;
  for (let match = token.exec(rtf); match && found.length < mostPictures; match = token.exec(rtf)) {
    const group = groups.at(-1);
    if (!group) break;
    const [text, word, number] = match;
    if (text === '{') {
      groups.push({ isAside: group.isAside, picture: group.picture });
    } else if (text === '}') {
      groups.pop();
      const outer = groups.at(-1);
      // The group in which the picture began is over.
      if (group.picture && group.picture !== outer?.picture) keep(group.picture, found);
    } else if (word === 'bin') {
      const length = Math.max(0, Number(number ?? 0));
      if (group.picture && !group.isAside)
        group.picture.binary = latin1(rtf.slice(token.lastIndex, token.lastIndex + length));
      token.lastIndex += length;
    } else if (word !== undefined) {
      readWord(word.toLowerCase(), Number(number ?? 0), group, groups);
    } else if (group.picture && !group.isAside && !text.startsWith('\\')) {
      group.picture.hex.push(text);
    }
  }
  return found;
}

function readWord(word: string, value: number, group: Group, groups: Group[]): void {
  if (asideGroups.has(word) || (group.picture && pictureAsides.has(word))) {
    groups[groups.length - 1] = { ...group, isAside: true };
  } else if (word === 'pict' && !group.isAside) {
    group.picture = newPicture();
  } else if (group.picture && !group.isAside) {
    group.picture.kind = kindOf[word] ?? group.picture.kind;
    if (/^piccrop[lrtb]$/u.test(word) && value >= leastCrop) group.picture.isCropped = true;
    if (word === 'picwgoal') group.picture.width = value;
    if (word === 'pichgoal') group.picture.height = value;
    if (word === 'picscalex') group.picture.scaleX = value;
    if (word === 'picscaley') group.picture.scaleY = value;
  }
}

function newPicture(): OpenPicture {
  const size = { width: 0, height: 0, scaleX: 100, scaleY: 100 };
  return { kind: 'metafile', hex: [], binary: undefined, isCropped: false, ...size };
}

function keep(open: OpenPicture, found: RtfPicture[]): void {
  const bytes = open.kind === 'metafile' ? new Uint8Array() : (open.binary ?? hexBytes(open.hex.join('')));
  const width = (open.width * open.scaleX) / 100 / twipsPerPixel;
  const height = (open.height * open.scaleY) / 100 / twipsPerPixel;
  const isBroken = open.kind !== 'metafile' && bytes.length === 0;
  found.push({
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
