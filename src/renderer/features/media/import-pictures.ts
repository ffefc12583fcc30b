import { call, codedErrorOf, DeskError } from '#renderer/api/desk-api.ts';
import { uploadFile } from '#renderer/api/upload-file.ts';
import { errorText, translate } from '#renderer/i18n/text.ts';
import { ask } from '#renderer/session/ask.ts';
import { addAssets, draftSession } from '#renderer/session/draft-session.ts';
import { dismissTopic, notify } from '#renderer/session/notices.ts';
import type { Asset } from '#shared/model/asset.ts';
import { inOrderTaken } from './picture-order.ts';

const topic = 'pictures';

/**
 * Takes pictures into the private store, one after the other, and answers those that were taken, in the order in which
 * the photos were made.
 * A picture that is refused is told with its name and why, and the others go on; an incomplete one asks first.
 */
export async function importPictures(files: readonly File[]): Promise<readonly Asset[]> {
  const taken: Asset[] = [];
  const refused: string[] = [];
  for (const [index, file] of (await inOrderTaken(files)).entries()) {
    if (files.length > 1) {
      const title = translate('media.importing', { done: index + 1, total: files.length });
      notify({ intent: 'info', title, topic });
    }
    try {
      const asset = await importPicture(file);
      if (!asset) continue;
      taken.push(asset);
      addAssets([asset]);
    } catch (thrown) {
      // The name stands before the reason already.
      const { code } = codedErrorOf(thrown);
      refused.push(translate('media.refused', { name: file.name, why: errorText(translate, { code, params: {} }) }));
    }
  }
  dismissTopic(topic);
  if (refused.length > 0) {
    const title = translate(taken.length > 0 ? 'media.refusedTitle' : 'media.refusedAll', { count: refused.length });
    notify({ intent: 'warning', title, lines: refused, topic });
  }
  return taken;
}

/** Undefined when the person left an incomplete picture out. */
async function importPicture(file: File): Promise<Asset | undefined> {
  const fileId = await uploadFile(file);
  try {
    return await call('media:import', { fileId, acceptTruncated: false });
  } catch (thrown) {
    if (!(thrown instanceof DeskError) || thrown.code !== 'picture-truncated') throw thrown;
    const take = await ask({
      title: translate('media.truncatedTitle'),
      body: translate('media.truncatedBody', { name: file.name }),
      yes: translate('media.truncatedTake'),
      no: translate('media.truncatedSkip'),
    });
    if (take) return call('media:import', { fileId, acceptTruncated: true });
    await call('inlet:discard', { fileId });
    return undefined;
  }
}

/** Imports pictures and sets them on the sheet where the caret is. */
export async function insertPictures(files: readonly File[]): Promise<void> {
  const assets = await importPictures(files);
  if (assets.length > 0) draftSession().handle?.insertFigures(assets);
}
