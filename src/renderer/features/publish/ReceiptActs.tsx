import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { call } from '#renderer/api/desk-api.ts';
import { useText, type Translate } from '#renderer/i18n/text.ts';
import { attempt } from '#renderer/session/report-error.ts';
import { dateTime } from '#renderer/ui/format.ts';
import type { LiveCheck, LiveDifference } from '#shared/model/live-check.ts';
import type { Receipt } from '#shared/model/receipt.ts';
import { ReceiptDialog } from './ReceiptDialog.tsx';

export interface ReceiptActsProps {
  readonly uploadId: string;
  /** Of the words that were published. */
  readonly headline: string;
  readonly receipt: Receipt;
}

/** What can be done once a package is published: hold the live page against it, print the receipt. */
export function ReceiptActs({ uploadId, headline, receipt }: ReceiptActsProps) {
  const text = useText();
  const [checking, setChecking] = useState(false);
  const [check, setCheck] = useState<LiveCheck | null>(null);
  const [printing, setPrinting] = useState(false);
  const look = async () => {
    setChecking(true);
    setCheck((await attempt(async () => call('upload:check-page', { uploadId }), 'live-page')) ?? null);
    setChecking(false);
  };
  return (
    <>
      <div className="card-acts">
        <Button size="small" disabled={checking} onClick={() => void look()}>
          {text(checking ? 'uploads.checkingPage' : 'uploads.checkPage')}
        </Button>
        <Button size="small" onClick={() => setPrinting(true)}>
          {text('uploads.printReceipt')}
        </Button>
      </div>
      {check && <CheckResult check={check} />}
      {printing && <ReceiptDialog headline={headline} receipt={receipt} onClose={() => setPrinting(false)} />}
    </>
  );
}

function CheckResult({ check: { at, differences, ...counts } }: { readonly check: LiveCheck }) {
  const text = useText();
  const time = dateTime(at);
  if (differences.length === 0) {
    return (
      <p className="publish-say publish-ok" role="status">
        {text(counts.attachments === 0 ? 'uploads.pageSame' : 'uploads.pageSameAttached', { ...counts, time })}
      </p>
    );
  }
  return (
    <div role="alert">
      <p className="publish-say publish-error">{text('uploads.pageDiffers', { count: differences.length, time })}</p>
      <ul className="verify-refusals">
        {differences.map((difference) => (
          <li key={JSON.stringify(difference)}>{differenceText(text, difference)}</li>
        ))}
      </ul>
    </div>
  );
}

function differenceText(text: Translate, difference: LiveDifference): string {
  switch (difference.kind) {
    case 'status':
      return text('uploads.diff.status', { status: difference.status });
    case 'words-missing':
      return text('uploads.diff.missing', { words: difference.words });
    case 'words-added':
      return text('uploads.diff.added', { words: difference.words });
    case 'picture-missing':
      return text('uploads.diff.pictureMissing', { file: difference.file });
    case 'picture-differs':
      return text('uploads.diff.pictureDiffers', { file: difference.file });
    case 'attachment-missing':
      return text('uploads.diff.attachmentMissing', { file: difference.file });
    case 'attachment-differs':
      return text('uploads.diff.attachmentDiffers', { file: difference.file });
    case 'tag':
      return text('uploads.diff.tag', { name: difference.name, found: difference.found });
  }
}
