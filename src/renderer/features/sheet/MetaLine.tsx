import { useText } from '#renderer/i18n/text.ts';
import { useDraftSession } from '#renderer/session/draft-session.ts';
import { dateTime } from '#renderer/ui/format.ts';

/** Time, source and authors below the headline, as the page shows them. */
export function MetaLine() {
  const text = useText();
  const metadata = useDraftSession((session) => session.metadata);
  const isPublished = useDraftSession(({ opened }) => opened?.summary.state === 'published');
  if (!metadata) return null;
  // A corrected page keeps the time at which it first came out.
  const time = metadata.amendment?.publishedAt ?? metadata.plannedAt;
  const parts = [
    time === null ? text(isPublished ? 'sheet.published' : 'sheet.notPlanned') : dateTime(time),
    ...(metadata.contentSource === '' ? [] : [text('sheet.metaSource', { value: metadata.contentSource })]),
    ...(metadata.authors.length === 0 ? [] : [text('sheet.metaAuthors', { value: metadata.authors.join('、') })]),
  ];
  return (
    <>
      {metadata.subheadline !== '' && <p className="subheadline">{metadata.subheadline}</p>}
      <p className="meta-line">
        {parts.map((part) => (
          <span key={part}>{part}</span>
        ))}
      </p>
    </>
  );
}
