import { translate } from '#renderer/i18n/text.ts';
import { notify } from '#renderer/session/notices.ts';
import type { AppState } from '#shared/ipc/channels/app.ts';

let told = false;

/** Says once at a start that the data lies on a share or a stick, and what is better. */
export function tellPlace(place: NonNullable<AppState['place']>): void {
  if (told) return;
  told = true;
  notify({
    intent: 'warning',
    title: translate(`rescue.place.${place}`),
    lines: [translate('rescue.placeAdvice')],
    topic: 'place',
  });
}
