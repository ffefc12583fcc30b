import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';
import { errorText, useText } from '#renderer/i18n/text.ts';
import { incoming } from '#renderer/session/incoming-files.ts';
import { showVerification, useVerification } from '#renderer/session/verification.ts';
import { byteSize } from '#renderer/ui/format.ts';
import './publish.css';

const close = () => showVerification(null);

/** What our own reader says of a package: whether it may be trusted, by whom it was signed, what it holds. */
export function VerifyDialog() {
  const text = useText();
  const { report, file } = useVerification();
  if (!report) return null;
  return (
    <Dialog open onOpenChange={(_event, { open }) => !open && close()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{text('verify.title')}</DialogTitle>
          <DialogContent>
            <p className={report.valid ? 'publish-ok' : 'publish-error'} role="status">
              {text(report.valid ? 'verify.valid' : 'verify.invalid')}
            </p>
            {report.refusals.length > 0 && (
              <ul className="verify-refusals" aria-label={text('verify.refusals')}>
                {report.refusals.map((refusal) => (
                  <li key={`${refusal.code}${JSON.stringify(refusal.params)}`}>{errorText(text, refusal)}</li>
                ))}
              </ul>
            )}
            <dl className="verify-table">
              <dt>{text('verify.headline')}</dt>
              <dd>{report.headline}</dd>
              <dt>{text('verify.name')}</dt>
              <dd>{report.name}</dd>
              <dt>{text('verify.signedBy')}</dt>
              <dd>{report.signedBy}</dd>
              <dt>{text('verify.hash')}</dt>
              <dd>{report.zipSha256}</dd>
            </dl>
            {report.files.length > 0 && (
              <details>
                <summary>{text('verify.files', { count: report.files.length })}</summary>
                <ul className="verify-refusals">
                  {report.files.map((file) => (
                    <li key={file.path}>
                      {file.path} <span className="faint">{byteSize(file.bytes)}</span>
                    </li>
                  ))}
                </ul>
              </details>
            )}
          </DialogContent>
          <DialogActions>
            {report.valid && file && (
              <Button
                onClick={() => {
                  close();
                  void incoming().openPackage(file);
                }}
              >
                {text('verify.openAsDraft')}
              </Button>
            )}
            <Button appearance="primary" onClick={close}>
              {text('common.close')}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
