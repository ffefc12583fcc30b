import { call } from '#renderer/api/desk-api.ts';
import { presentAppState, setAppState } from '#renderer/api/queries.ts';
import { draftSession } from '#renderer/session/draft-session.ts';
import { attempt } from '#renderer/session/report-error.ts';
import { noteId } from '#shared/house-style/picture-notes.ts';
import type { RuleName } from '#shared/house-style/rule.ts';
import type { Finding } from '#shared/model/finding.ts';
import { mostIgnoredHints } from '#shared/model/settings.ts';

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
  const ignored = meant.map((note) => noteId(draftId, asset, note));
  await keepIgnored([...(presentAppState()?.settings.ignoredHints ?? []), ...ignored].slice(-mostIgnoredHints));
}

/** Says again whatever was ignored, in all drafts. */
export async function hearAgain(): Promise<void> {
  await keepIgnored([]);
}

async function keepIgnored(ignoredHints: readonly string[]): Promise<void> {
  await attempt(
    async () => setAppState(await call('app:update-settings', { ignoredHints: [...ignoredHints] })),
    'settings',
  );
}
