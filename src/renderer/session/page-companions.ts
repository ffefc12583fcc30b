import { escapeRegExp } from '#shared/escape-reg-exp.ts';
import { pathOf } from './file-paths.ts';

const pageEnding = /\.x?html?$/iu;
/** The folder that a browser or Word saves a page's pictures in: `标题_files`, `标题.files`. */
const folderEnding = /[._]files$/iu;

/** The page in whose folder a file lies, if that page is there too. */
export function pageOver(file: File, pages: readonly File[]): File | undefined {
  const folders = pathOf(file).split('/').slice(0, -1);
  const at = folders.findIndex((folder) => folderEnding.test(folder));
  if (at < 0) return undefined;
  const stem = [...folders.slice(0, at), folders[at]?.replace(folderEnding, '')].join('/');
  return pages.find((page) => pageEnding.test(page.name) && pathOf(page).replace(pageEnding, '') === stem);
}

/**
 * Those of the pictures that a page names as its own, whatever folder it says: they were saved beside it one by one. Only
 * looked for in its text, as it is written in UTF-8 or GB 18030; what the page makes of them is not judged here.
 */
export async function picturesNamedIn(page: File, pictures: readonly File[]): Promise<readonly File[]> {
  if (pictures.length === 0) return [];
  const bytes = await page.arrayBuffer().catch(() => new ArrayBuffer());
  const texts = ['utf-8', 'gb18030'].map((encoding) => new TextDecoder(encoding).decode(bytes));
  return pictures.filter(({ name }) => {
    const written = [name, encodeURI(name), encodeURIComponent(name)].map(escapeRegExp).join('|');
    const asAddress = new RegExp(`[/\\\\"'=(](?:${written})(?=["'?#)\\s>])`, 'iu');
    return texts.some((text) => asAddress.test(text));
  });
}
