import { translate } from '#renderer/i18n/text.ts';
import { draftActs } from '#renderer/session/draft-acts.ts';
import { notify } from '#renderer/session/notices.ts';
import { attempt } from '#renderer/session/report-error.ts';
import { clockTime, grouped } from '#renderer/ui/format.ts';
import type { AppState, UnkeptDraft } from '#shared/ipc/channels/app.ts';
import type { Language } from '#shared/model/settings.ts';
import { showTab } from './shell-state.ts';

const mostNamed = 3;
let told = false;

/** Says once, after a run that did not end well, whose words are back and until when. Nothing needs to be decided. */
export function tellCrash({ drafts, logMissing }: NonNullable<AppState['recovered']>, language: Language): void {
  if (told) return;
  told = true;
  const [latest] = drafts;
  notify({
    intent: logMissing ? 'warning' : 'info',
    title: [translate('rescue.crashed'), ...(latest ? [translate('rescue.crashedDrafts')] : [])].join(''),
    lines: [
      ...drafts.slice(0, mostNamed).map((draft) => line(draft, language)),
      ...(drafts.length > mostNamed ? [translate('rescue.crashedMore', { count: drafts.length - mostNamed })] : []),
      ...(logMissing ? [translate('rescue.logMissing')] : []),
    ],
    topic: 'crash',
    ...(latest ? { act: { label: translate('rescue.compare'), run: () => void show(latest.draftId) } } : {}),
  });
}

function line(draft: UnkeptDraft, language: Language): string {
  return translate('rescue.crashedLine', {
    headline: draft.headline || translate('drafts.untitled'),
    characters: grouped(draft.characters),
    at: clockTime(language, draft.at),
  });
}

/** The draft beside its versions: what came back is the newest, and can be compared with those before. */
async function show(draftId: string): Promise<void> {
  await attempt(async () => {
    await draftActs().open(draftId);
    showTab('history');
  });
}
