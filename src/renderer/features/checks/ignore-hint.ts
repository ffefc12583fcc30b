import { draftSession } from '#renderer/session/draft-session.ts';
import { ignoreHints, keepIgnored } from '#renderer/session/ignored-hints.ts';
import { noteId } from '#shared/house-style/picture-notes.ts';
import type { RuleName } from '#shared/house-style/rule.ts';
import type { Finding } from '#shared/model/finding.ts';

/** Rules whose hints a person may ask not to hear of again. */
export const ignorable: ReadonlySet<string> = new Set<RuleName>([
  'picture-twice',
  'picture-used',
  'picture-in-draft',
  'picture-alike',
]);

/** Keeps in mind, on this machine, that a person knows what a hint says of a picture. */
export async function ignoreHint(draftId: string, { params }: Finding): Promise<void> {
  const asset = String(params['asset']);
  const notes = draftSession().pictureNotes.get(asset) ?? [];
  const meant = notes.filter((note) =>
    note.kind === 'used' ? note.use.draftId === params['draftId'] : params['draftId'] === undefined,
  );
  await ignoreHints(meant.map((note) => noteId(draftId, asset, note)));
}

/** Says again whatever was ignored, in all drafts. */
export async function hearAgain(): Promise<void> {
  await keepIgnored([]);
}
