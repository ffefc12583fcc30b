import { Button } from '@fluentui/react-components';
import { call } from '#renderer/api/desk-api.ts';
import { useText } from '#renderer/i18n/text.ts';
import { attempt } from '#renderer/session/report-error.ts';
import { dateTime } from '#renderer/ui/format.ts';
import { useNow } from '#renderer/ui/use-now.ts';
import type { Receipt } from '#shared/model/receipt.ts';

/** What the portal answered: when and where it stands, or how long it still waits for its hour. */
export function ReceiptNote({ receipt, zipSha256 }: { readonly receipt: Receipt; readonly zipSha256: string }) {
  const text = useText();
  const now = useNow();
  const { pageUrl, publishedAt, visibleFrom } = receipt.body;
  const left = visibleFrom === undefined ? 0 : new Date(visibleFrom).getTime() - now;
  return (
    <div className="receipt" role="group" aria-label={text('publish.receipt')}>
      {left > 0 && visibleFrom !== undefined ? (
        <strong>
          {text('publish.visibleFrom', { time: dateTime(visibleFrom) })}
          <span className="receipt-left numeric">{leftWords(text, left)}</span>
        </strong>
      ) : (
        <strong>{text('publish.publishedAt', { time: dateTime(visibleFrom ?? publishedAt) })}</strong>
      )}
      {receipt.body.zipSha256 === zipSha256 && <span className="publish-ok">{text('publish.hashMatches')}</span>}
      <code>{pageUrl}</code>
      <div className="card-acts">
        <Button
          size="small"
          appearance="primary"
          onClick={() => void attempt(() => call('app:open-external', { url: pageUrl }))}
        >
          {text('publish.openPage')}
        </Button>
      </div>
    </div>
  );
}

const minute = 60_000;

/** How long it takes still, in days, hours and minutes; the last minute counts as one. */
function leftWords(text: ReturnType<typeof useText>, left: number): string {
  const minutes = Math.ceil(left / minute);
  const [days, hours] = [Math.floor(minutes / 1440), Math.floor(minutes / 60) % 24];
  if (days > 0) return text('publish.leftDays', { days, hours });
  return hours > 0
    ? text('publish.leftHours', { hours, minutes: minutes % 60 })
    : text('publish.leftMinutes', { minutes });
}
