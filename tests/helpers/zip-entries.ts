import { buffer } from 'node:stream/consumers';
import { openPromise } from 'yauzl';

/** Every file of a zip by its name, unpacked; for zips that tests trust. */
export async function readZipEntries(path: string): Promise<ReadonlyMap<string, Buffer>> {
  const zip = await openPromise(path);
  const entries = new Map<string, Buffer>();
  for await (const entry of zip.eachEntry()) {
    if (!entry.fileName.endsWith('/'))
      entries.set(entry.fileName, await buffer(await zip.openReadStreamPromise(entry)));
  }
  return entries;
}
