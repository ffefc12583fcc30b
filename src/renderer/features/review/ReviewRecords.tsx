import { useText, type Translate } from '#renderer/i18n/text.ts';
import { dateTime } from '#renderer/ui/format.ts';
import type { ReviewRecord } from '#shared/model/review.ts';

/** Every line of the chain: who did what, when, and what they said. */
export function ReviewRecords({ records }: { readonly records: readonly ReviewRecord[] }) {
  const text = useText();
  if (records.length === 0) return null;
  return (
    <details className="review-records">
      <summary>{text('review.records')}</summary>
      <ol>
        {records.map((record) => (
          <li key={record.id}>
            <span>
              {actWords(text, record.act)} · {record.by.name}
            </span>
            <time className="faint numeric" dateTime={record.at}>
              {dateTime(record.at)}
            </time>
            {record.note !== '' && <span className="dim">{record.note}</span>}
          </li>
        ))}
      </ol>
    </details>
  );
}

function actWords(text: Translate, act: ReviewRecord['act']): string {
  switch (act.kind) {
    case 'submit':
    case 'withdraw':
      return text(`review.act.${act.kind}`);
    case 'decide':
      return `${text(`review.step.${act.step}`)} ${text(`review.act.${act.decision}`)}`;
  }
}
