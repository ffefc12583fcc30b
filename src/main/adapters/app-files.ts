import { createReadStream, readdirSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { Readable } from 'node:stream';
import { sha256Schema, idSchema } from '#shared/ids.ts';
import { contentSecurityPolicy, previewPolicy } from './content-security-policy.ts';

export interface ServedFile {
  readonly path: string;
  readonly type: string;
}
export interface DownloadFile {
  readonly path: string;
  /** Offered to the person as the file's name. */
  readonly name: string;
}

export interface AppFilesDeps {
  /** Built renderer: every file in it is served under its own name. */
  readonly rendererFolder: string;
  /** Where a picture lies, by its hash; undefined for a hash that is not in the store. */
  readonly findMedia: (sha256: string) => Promise<ServedFile | undefined>;
  readonly findThumbnail: (sha256: string) => Promise<ServedFile | undefined>;
  /** A file that the app wrote for the person, by the id that the app gave it. */
  readonly findDownload: (fileId: string) => Promise<DownloadFile | undefined>;
  /** What an address of the preview of a page means; undefined for every other address. */
  readonly findPreview: (url: URL) => Promise<PreviewFile | undefined>;
}

type PreviewFile = ServedFile | DownloadFile | { readonly type: string; readonly text: string };

const typeByExtension: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};
const pictureTypes = new Set(['image/jpeg', 'image/png', 'image/webp', 'image/gif', 'image/tiff', 'image/avif']);

const safeHeaders = { 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' } as const;
/** For what is called by its content: the answer is always the same. */
const unchanging = 'private, max-age=31536000, immutable';
const refused = (status: number): Response => new Response(null, { status, headers: safeHeaders });

/**
 * Answers `app://desk/…`: the built pages, `/media/<sha256>`, `/media/thumb/<sha256>`, `/files/<id>`, `/preview/<draft>/`.
 * No path of the disk is ever made from an address: an address is looked up, or it is not found.
 */
export function createAppFiles(deps: AppFilesDeps): (request: Request) => Promise<Response> {
  const pages = listPages(deps.rendererFolder);

  async function find(url: URL): Promise<Response> {
    const { pathname } = url;
    const page = pages.get(pathname);
    if (page !== undefined) {
      // The build names its scripts and styles by what is in them; kept, they are kept compiled.
      const keeping = pathname.startsWith('/assets/') ? unchanging : 'no-cache';
      return await answer(page, { 'content-security-policy': contentSecurityPolicy, 'cache-control': keeping });
    }
    const [area, ...rest] = pathname.slice(1).split('/');
    const name = rest.at(-1) ?? '';
    if (area === 'media' && sha256Schema.safeParse(name).success) {
      if (rest.length === 1) return await answerPicture(await deps.findMedia(name));
      if (rest.length === 2 && rest[0] === 'thumb') return await answerPicture(await deps.findThumbnail(name));
    }
    if (area === 'files' && rest.length === 1 && idSchema.safeParse(name).success) {
      return await answerDownload(await deps.findDownload(name));
    }
    return await answerPreview(await deps.findPreview(url));
  }

  return async (request) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return refused(405);
    return await find(new URL(request.url));
  };
}

/** Address → file, read once: what is not listed cannot be reached. */
function listPages(folder: string): ReadonlyMap<string, ServedFile> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const pages = new Map<string, ServedFile>();
  for (const file of files) {
    const path = join(file.parentPath, file.name);
    const type = typeByExtension[extname(path).toLowerCase()];
    if (type !== undefined) pages.set(`/${relative(folder, path).split(sep).join('/')}`, { path, type });
  }
  const index = pages.get('/index.html');
  if (index !== undefined) pages.set('/', index);
  return pages;
}

async function answerPicture(file: ServedFile | undefined): Promise<Response> {
  if (file === undefined || !pictureTypes.has(file.type)) return refused(404);
  return await answer(file, { 'cache-control': unchanging, 'content-security-policy': "default-src 'none'" });
}

async function answerDownload(file: DownloadFile | undefined): Promise<Response> {
  if (file === undefined) return refused(404);
  const disposition = `attachment; filename*=UTF-8''${encodeURIComponent(file.name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)}`;
  return await answer(
    { path: file.path, type: 'application/octet-stream' },
    { 'content-disposition': disposition, 'cache-control': 'no-store' },
  );
}

/** The preview shows the newest words, so nothing of it is kept. */
async function answerPreview(file: PreviewFile | undefined): Promise<Response> {
  if (file === undefined) return refused(404);
  if ('name' in file) return await answerDownload(file);
  const headers = { 'content-security-policy': previewPolicy, 'cache-control': 'no-store' };
  if ('path' in file) return await answer(file, headers);
  return new Response(file.text, { headers: { ...safeHeaders, ...headers, 'content-type': file.type } });
}

async function answer(file: ServedFile, headers: Record<string, string>): Promise<Response> {
  const facts = await stat(file.path).catch(() => undefined);
  if (facts?.isFile() !== true) return refused(404);
  const body = Readable.toWeb(createReadStream(file.path)) as ReadableStream<Uint8Array>;
  return new Response(body, {
    headers: { ...safeHeaders, ...headers, 'content-type': file.type, 'content-length': `${facts.size}` },
  });
}
