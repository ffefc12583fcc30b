import { buffer as readAll } from 'node:stream/consumers';
import { fromBufferPromise, type Entry } from 'yauzl';
import { ZipFile } from 'yazl';
import { printable, refuseDuplicates } from '#main/files/zip-names.ts';
import { defaultArchiveLimits } from '#main/files/zip-structure.ts';
import { AppError } from '#shared/errors.ts';
import { lightXml } from './light-xml.ts';
import { hasSoundShape } from './xml-shape.ts';

/** The parts of a document that are read, by their path in the archive. */
export type DocxParts = Map<string, Uint8Array>;

/** Of markup as it comes, and of what is left of it for the reader, which builds a tree in memory. */
const xmlLimitBytes = 64 * 1024 * 1024;
const lightLimitBytes = 12 * 1024 * 1024;
const wanted =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|word\/(?:[^/]+\.xml|diagrams\/data\d*\.xml|_rels\/[^/]+\.rels|media\/[^/]+))$/iu;
/** Where the words of SmartArt are. */
export const diagramPart = /^word\/diagrams\/data\d*\.xml$/iu;

/**
 * Takes the parts of a Word document (ECMA-376 part 2) out of its zip. The numbers of the package format hold before a
 * byte is unpacked; what is then unpacked must be what the directory promised. Unlike a package, a document needs no
 * single way to be read: office programs leave gaps, comments and data descriptors.
 * Refuses `docx-broken` for what is no document, and the `archive-…` of a zip that is a bomb or a trap.
 */
export async function openDocx(bytes: Uint8Array): Promise<DocxParts> {
  const limits = defaultArchiveLimits;
  const zip = await fromBufferPromise(Buffer.from(bytes), { lazyEntries: true, decodeStrings: false }).catch(broken);
  const entries: Entry[] = [];
  try {
    for await (const entry of zip.eachEntry()) {
      entries.push(entry);
      if (entries.length > limits.entries) throw new AppError('archive-too-many-entries', { limit: limits.entries });
    }
  } catch (thrown) {
    throw thrown instanceof AppError ? thrown : broken(thrown);
  }
  refuseDuplicates(entries.map((entry) => entry.fileNameRaw));
  for (const entry of entries) judge(entry);
  const unpacked = entries.reduce((sum, entry) => sum + entry.uncompressedSize, 0);
  if (unpacked > limits.unpackedBytes) {
    throw new AppError('archive-unpacked-too-large', { limit: limits.unpackedBytes });
  }
  const parts: DocxParts = new Map();
  let xmlBytes = 0;
  let lightBytes = 0;
  for (const entry of entries) {
    const path = Buffer.from(entry.fileNameRaw).toString('utf8');
    if (!wanted.test(path)) {
      // Kept in sight, not read: that there are macros is worth a note.
      if (/vbaProject|\/embeddings\//iu.test(path)) parts.set(path, new Uint8Array());
      continue;
    }
    let part = await readAll(await zip.openReadStreamPromise(entry)).catch(broken);
    if (/\.(xml|rels)$/iu.test(path)) {
      xmlBytes += part.byteLength;
      if (xmlBytes > xmlLimitBytes) throw new AppError('archive-entry-too-large', { path, limit: xmlLimitBytes });
      // Office never writes a document type; whoever does wants its entities expanded.
      if (part.includes('<!DOCTYPE') || part.includes('<!ENTITY')) throw new AppError('docx-broken');
      const light = lightXml(part.toString('utf8'));
      if (!hasSoundShape(light)) throw new AppError('docx-broken');
      part = Buffer.from(light, 'utf8');
      lightBytes += part.byteLength;
      if (lightBytes > lightLimitBytes) throw new AppError('import-too-heavy');
    }
    parts.set(path, part);
  }
  nameMainPart(parts);
  if (!parts.has('word/document.xml')) throw new AppError('docx-broken');
  return parts;
}

/** Word on the web calls the text `document2.xml` at times (its name is free, ECMA-376 part 2, 9.3): here it has one name. */
function nameMainPart(parts: DocxParts): void {
  const relations = textOfPart(parts, '_rels/.rels');
  const relation = relations.match(/<Relationship [^<>]*\/officeDocument"[^<>]*>/u)?.[0] ?? '';
  const name = /Target="\/?word\/([\w-]+)\.xml"/u.exec(relation)?.[1] ?? 'document';
  const body = parts.get(`word/${name}.xml`);
  if (name === 'document' || body === undefined) return;
  const rename = (from: string, to: string): void => {
    const part = parts.get(from);
    if (part) parts.set(to, part);
    parts.delete(from);
  };
  rename(`word/${name}.xml`, 'word/document.xml');
  rename(`word/_rels/${name}.xml.rels`, 'word/_rels/document.xml.rels');
  for (const path of ['_rels/.rels', '[Content_Types].xml']) {
    parts.set(path, Buffer.from(textOfPart(parts, path).replaceAll(`word/${name}.xml`, 'word/document.xml'), 'utf8'));
  }
}

function judge(entry: Entry): void {
  const { entryBytes, ratio, ratioFromBytes } = defaultArchiveLimits;
  const path = printable(entry.fileNameRaw);
  if (entry.isEncrypted()) throw new AppError('archive-encrypted', { path });
  if (entry.uncompressedSize > entryBytes) throw new AppError('archive-entry-too-large', { path, limit: entryBytes });
  const packed = Math.max(entry.compressedSize, 1);
  if (entry.uncompressedSize > ratioFromBytes && entry.uncompressedSize / packed > ratio) {
    throw new AppError('archive-ratio', { path, limit: ratio });
  }
}

/** The parts in a zip again, as the document reader wants them: one that holds nothing else. */
export async function zipOfParts(parts: DocxParts): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [path, bytes] of parts)
    if (bytes.byteLength > 0) zip.addBuffer(Buffer.from(bytes), path, { compress: false });
  zip.end();
  return readAll(zip.outputStream);
}

export function textOfPart(parts: DocxParts, path: string): string {
  return Buffer.from(parts.get(path) ?? new Uint8Array()).toString('utf8');
}

function broken(cause: unknown): never {
  throw new AppError('docx-broken', {}, { cause });
}
