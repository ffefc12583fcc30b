import { call } from '#renderer/api/desk-api.ts';
import { presentAppState, setAppState } from '#renderer/api/queries.ts';
import { mostIgnoredHints } from '#shared/model/settings.ts';
import { attempt } from './report-error.ts';

/** Keeps in mind, on this machine, that a person does not want to hear of these again. */
export async function ignoreHints(hints: readonly string[]): Promise<void> {
  await keepIgnored([...(presentAppState()?.settings.ignoredHints ?? []), ...hints].slice(-mostIgnoredHints));
}

/** Puts other ignored hints in the place of all that there are. */
export async function keepIgnored(ignoredHints: readonly string[]): Promise<void> {
  await attempt(
    async () => setAppState(await call('app:update-settings', { ignoredHints: [...ignoredHints] })),
    'settings',
  );
}
