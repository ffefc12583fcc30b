import type { Translate } from '#renderer/i18n/text.ts';
import { dateTime } from '#renderer/ui/format.ts';
import { quotedTitle, type PictureNote } from '#shared/house-style/picture-notes.ts';

/** A note about a picture in words. */
export function speakNote(text: Translate, note: PictureNote): string {
  if (note.kind === 'used') {
    const { as, at, headline, same } = note.use;
    const params = {
      month: dateTime(at).slice(0, 7),
      headline: headline === '' ? text('drafts.untitled') : quotedTitle(headline),
    };
    const isOut = as !== 'draft';
    if (same) return text(isOut ? 'pictures.usedOut' : 'pictures.usedDraft', params);
    return text(isOut ? 'pictures.alikeOut' : 'pictures.alikeDraft', params);
  }
  const figures = note.figures.join('、');
  return text(note.kind === 'same-here' ? 'pictures.sameHere' : 'pictures.alikeHere', { figures });
}
