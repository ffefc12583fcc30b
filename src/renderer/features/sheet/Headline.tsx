import type { KeyboardEvent } from 'react';
import { useText } from '#renderer/i18n/text.ts';
import { draftActs } from '#renderer/session/draft-acts.ts';
import { draftSession, useDraftSession } from '#renderer/session/draft-session.ts';

function press(event: KeyboardEvent): void {
  if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
  event.preventDefault();
  draftSession().handle?.focus();
}

/** The headline on the sheet: grows with its words; Enter goes on into the body, but not while an input method composes. */
export function Headline({ readOnly }: { readonly readOnly: boolean }) {
  const text = useText();
  const headline = useDraftSession((session) => session.metadata?.headline ?? '');

  return (
    <textarea
      className="headline"
      rows={1}
      value={headline}
      readOnly={readOnly}
      // A new draft begins with its headline.
      autoFocus={headline === '' && !readOnly}
      aria-label={text('sheet.headline')}
      placeholder={text('sheet.headlinePlaceholder')}
      onKeyDown={press}
      onChange={(event) => draftActs().changeMetadata({ headline: event.target.value.replaceAll(/[\r\n]+/g, '') })}
    />
  );
}
