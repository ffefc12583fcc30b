import { isTextKey, type Translate } from '#renderer/i18n/text.ts';

/** What an act is called; its code where it has no name yet. */
export function eventName(text: Translate, event: string): string {
  const key = `audit.event.${event}`;
  return isTextKey(key) ? text(key) : event;
}
