import { translate } from '#renderer/i18n/text.ts';
import { useDraftSession } from '#renderer/session/draft-session.ts';
import { dismissTopic, notify } from '#renderer/session/notices.ts';
import { offerRepairs, type RepairOffer } from '#renderer/session/repairs.ts';
import { attempt } from '#renderer/session/report-error.ts';
import { countRepairs } from '#shared/model/repair.ts';

/** Of all that is told of repairs: one message takes the place of another. */
export const topic = 'repairs';

/** What was put off stays in sight as long as its draft does, and can be asked for in the checks at any time. */
export function remindOfRepairs({ draftId, places }: RepairOffer): void {
  const count = countRepairs(places).reduce((sum, entry) => sum + entry.count, 0);
  notify({
    intent: 'info',
    title: translate('importing.waiting', { count }),
    topic,
    act: { label: translate('importing.review'), run: () => void attempt(async () => offerRepairs(null)) },
  });
  const stop = useDraftSession.subscribe(({ opened }) => {
    if (opened?.summary.id === draftId) return;
    dismissTopic(topic);
    stop();
  });
}
