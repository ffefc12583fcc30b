import { idSchema } from '#shared/ids.ts';
import type { Services } from './compose-services.ts';

/** A file of the disk or a text, with its type; or a file that is downloaded under a name. */
export type PreviewAnswer =
  | ({ readonly type: string } & ({ readonly path: string } | { readonly text: string }))
  | { readonly path: string; readonly name: string };

/**
 * What an address of the preview means: `/preview/<draft>/` (`?view=large`), `/preview/<draft>/images/01.jpg`,
 * `/preview/<draft>/attachments/01.pdf`, `/preview/<draft>/sign-off`, the same of a package that is looked at, and the template's own files, whose addresses are absolute as on the portal. Undefined for every other address.
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
  if (packed !== undefined) return rest === '' ? pageAnswer(packed) : packedFile(packagePreviews, draftId, rest);
  const page = await previews.page(draftId, view).catch(() => undefined);
  if (rest === '') return page && pageAnswer(page.html);
  const attachment = page?.attachments.get(rest);
  const sha256 = attachment?.sha256 ?? page?.pictures.get(rest);
  const path = sha256 === undefined ? null : await mediaFiles.path(sha256);
  if (path === null) return undefined;
  return attachment ? { path, name: attachment.name } : { type: 'image/jpeg', path };
}

function pageAnswer(text: string): PreviewAnswer {
  return { type: 'text/html; charset=utf-8', text };
}

function packedFile(
  packages: Services['packagePreviews'],
  previewId: string,
  address: string,
): PreviewAnswer | undefined {
  const picture = packages.picture(previewId, address);
  return picture === undefined ? packages.attachment(previewId, address) : { type: 'image/jpeg', path: picture };
}

async function sheetAnswer(
  previews: Pick<Services['previews'], 'signOff'>,
  draftId: string,
): Promise<PreviewAnswer | undefined> {
  const text = await previews.signOff(draftId).catch(() => undefined);
  return text === undefined ? undefined : pageAnswer(text);
}
