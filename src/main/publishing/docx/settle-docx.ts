import { buffer as readAll } from 'node:stream/consumers';
import { fromBufferPromise } from 'yauzl';
import type { ZipContents } from '../../files/zip-writer.ts';
import { fontTable } from './font-table.ts';

/**
 * The parts of a file that the library has put together, without what it makes anew each time (random ids of links,
 * the time of writing), and with our font table. Equal drafts have equal parts.
 */
export async function settleDocx(zip: Buffer): Promise<ZipContents> {
  const parts = new Map<string, Buffer>();
  const archive = await fromBufferPromise(zip);
  for await (const entry of archive.eachEntry()) {
    if (!entry.fileName.endsWith('/')) {
      parts.set(entry.fileName, await readAll(await archive.openReadStreamPromise(entry)));
    }
  }
  const change = (path: string, mend: (xml: string) => string): void => {
    const part = parts.get(path);
    if (part) parts.set(path, Buffer.from(mend(part.toString('utf8')), 'utf8'));
  };
  const ids = linkIds(parts.get('word/document.xml')?.toString('utf8') ?? '');
  const withIds = (xml: string): string => xml.replace(randomId, (id) => ids.get(id) ?? id);
  change('word/document.xml', withIds);
  change('word/_rels/document.xml.rels', (xml) => sortRelationships(withIds(xml)));
  change('docProps/core.xml', (xml) => xml.replace(/<dcterms:(created|modified)[^>]*>[^<]*<\/dcterms:\1>/gu, ''));
  change('word/fontTable.xml', fontTable);
  return parts;
}

/** `rId` and 21 letters of nanoid, in small letters. */
const randomId = /\brId[0-9a-z_-]{21}(?=")/gu;

/** New ids by the order in which the links stand in the text. */
function linkIds(body: string): ReadonlyMap<string, string> {
  const found = new Set(body.match(randomId));
  return new Map([...found].map((id, index) => [id, `rIdLink${index + 1}`]));
}

/** The library makes links into relationships in an order of its own. */
function sortRelationships(xml: string): string {
  const all = xml.match(/<Relationship [^>]*\/>/gu) ?? [];
  const [head = ''] = xml.split(/<Relationship /u, 1);
  return `${head}${all.sort().join('')}</Relationships>`;
}
