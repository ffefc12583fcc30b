import { translate } from '#renderer/i18n/text.ts';
import { notify } from '#renderer/session/notices.ts';
import { dateTime } from '#renderer/ui/format.ts';
import type { AppState } from '#shared/ipc/channels/app.ts';

let told = false;

/** Says once that this start found the database damaged, what took its place and where the old file lies. */
export function tellDamage({ outcome, backupAt, rescued }: NonNullable<AppState['damage']>): void {
  if (told) return;
  told = true;
  notify({
    intent: 'warning',
    title: translate(outcome === 'restored' ? 'drafts.damageRestored' : 'drafts.damageEmpty'),
    lines: [
      ...(backupAt === null ? [] : [translate('drafts.damageBackup', { at: dateTime(backupAt) })]),
      ...(rescued > 0 ? [translate('drafts.damageRescued', { count: rescued })] : []),
      ...(backupAt !== null && rescued === 0 ? [translate('drafts.damageNotRescued')] : []),
      translate('drafts.damageKept'),
    ],
    topic: 'damage',
  });
}
