import { idSchema } from '#shared/ids.ts';
import type { Services } from './compose-services.ts';

/** A file of the disk or a text, with its type. */
export type PreviewAnswer = { readonly type: string } & ({ readonly path: string } | { readonly text: string });

/**
 * What an address of the preview means: `/preview/<draft>/` (`?view=large`), `/preview/<draft>/images/01.jpg`,
 * `/preview/<draft>/sign-off`, the same of a package that is looked at, and the template's own files, whose addresses are absolute as on the portal. Undefined for every other address.
 */
export async function findPreview(
  { previews, packagePreviews, mediaFiles }: Pick<Services, 'previews' | 'packagePreviews' | 'mediaFiles'>,
  url: URL,
): Promise<PreviewAnswer | undefined> {
  const file = previews.file(url.pathname);
  if (file) return file;
  const { draftId, rest } = /^\/preview\/(?<draftId>[^/]+)\/(?<rest>.*)$/.exec(url.pathname)?.groups ?? {};
  if (draftId === undefined || rest === undefined || !idSchema.safeParse(draftId).success) return undefined;
  if (rest === 'sign-off') return sheetAnswer(previews, draftId);
  const view = url.searchParams.get('view') === 'large' ? 'large' : 'standard';
  const packed = await packagePreviews.page(draftId, view);
  if (packed !== undefined) return packedAnswer(packed, packagePreviews.picture(draftId, rest), rest);
  const page = await previews.page(draftId, view).catch(() => undefined);
  if (rest === '') return page && { type: 'text/html; charset=utf-8', text: page.html };
  const sha256 = page?.pictures.get(rest);
  const path = sha256 === undefined ? undefined : await mediaFiles.path(sha256);
  return path ? { type: 'image/jpeg', path } : undefined;
}

function packedAnswer(page: string, picture: string | undefined, rest: string): PreviewAnswer | undefined {
  if (rest === '') return { type: 'text/html; charset=utf-8', text: page };
  return picture === undefined ? undefined : { type: 'image/jpeg', path: picture };
}

async function sheetAnswer(
  previews: Pick<Services['previews'], 'signOff'>,
  draftId: string,
): Promise<PreviewAnswer | undefined> {
  const text = await previews.signOff(draftId).catch(() => undefined);
  return text === undefined ? undefined : { type: 'text/html; charset=utf-8', text };
}
