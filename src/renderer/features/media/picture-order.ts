import { call } from '#renderer/api/desk-api.ts';
import { pictureHeadBytes } from '#shared/ipc/channels/media.ts';

const byName = new Intl.Collator('zh-CN', { numeric: true });

/**
 * Pictures that come together, by the time at which they were taken; where a file does not say, by the time of the file;
 * those of one moment by name.
 */
export async function inOrderTaken(files: readonly File[]): Promise<readonly File[]> {
  if (files.length < 2) return files;
  const timed: { readonly file: File; readonly at: number }[] = [];
  for (const file of files) timed.push({ file, at: (await takenAt(file)) ?? file.lastModified });
  return timed
    .toSorted((one, other) => one.at - other.at || byName.compare(one.file.name, other.file.name))
    .map(({ file }) => file);
}

/** Milliseconds since 1970. A file that cannot be read says nothing here; its import tells the person why. */
async function takenAt(file: File): Promise<number | undefined> {
  try {
    const head = new Uint8Array(await file.slice(0, pictureHeadBytes).arrayBuffer());
    const { takenAt: moment } = await call('media:taken-at', { head });
    return moment === null ? undefined : Date.parse(moment);
  } catch {
    return undefined;
  }
}
