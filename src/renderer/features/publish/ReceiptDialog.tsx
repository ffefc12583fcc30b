import {
  Button,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';
import { useText } from '#renderer/i18n/text.ts';
import { ShownDialog } from '#renderer/ui/ShownDialog.tsx';
import { dateTime } from '#renderer/ui/format.ts';
import type { Receipt } from '#shared/model/receipt.ts';
import './receipt.css';

export interface ReceiptDialogProps {
  readonly headline: string;
  readonly receipt: Receipt;
  readonly onClose: () => void;
}

/** The receipt on one sheet of paper, for the file of the release. */
export function ReceiptDialog({ headline, receipt, onClose }: ReceiptDialogProps) {
  const text = useText();
  const { body, publicKey, signature } = receipt;
  const planned = body.visibleFrom;
  const rows = [
    [text('uploads.receiptHeadline'), headline, 'word'],
    [text('uploads.receiptPackage'), body.packageName, 'word'],
    [text('uploads.receiptPortal'), body.portal, 'word'],
    [text(planned ? 'uploads.receiptReceived' : 'uploads.receiptTime'), dateTime(body.publishedAt), 'word'],
    ...(planned ? ([[text('uploads.receiptPlanned'), dateTime(planned), 'word']] as const) : []),
    [text('uploads.receiptPage'), body.pageUrl, 'word'],
    [text('uploads.receiptHash'), body.zipSha256, 'hash'],
    [text('uploads.receiptKey'), publicKey, 'hash'],
    [text('uploads.receiptSignature'), signature, 'hash'],
  ] as const;
  return (
    <ShownDialog onClose={onClose}>
      <DialogSurface className="receipt-sheet" backdrop={{ className: 'receipt-backdrop' }}>
        <DialogBody>
          <DialogTitle>{text('uploads.receiptTitle')}</DialogTitle>
          <DialogContent>
            <dl className="verify-table">
              {rows.map(([label, value, kind]) => (
                <div key={label} className="receipt-row">
                  <dt>{label}</dt>
                  <dd className={kind === 'hash' ? 'verify-hash' : undefined}>{value}</dd>
                </div>
              ))}
            </dl>
            <p className="publish-ok">{text('uploads.receiptFiles', { count: body.files.length })}</p>
          </DialogContent>
          <DialogActions className="receipt-acts">
            <Button onClick={onClose}>{text('common.close')}</Button>
            <Button appearance="primary" onClick={() => window.print()}>
              {text('uploads.print')}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </ShownDialog>
  );
}
