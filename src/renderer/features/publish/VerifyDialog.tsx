import { Button } from '@fluentui/react-components';
import { Fragment } from 'react';
import { uploadFile } from '#renderer/api/upload-file.ts';
import { errorText, useText } from '#renderer/i18n/text.ts';
import { incoming } from '#renderer/session/incoming-files.ts';
import { showVerification, useVerification } from '#renderer/session/verification.ts';
import { byteSize, dateTime } from '#renderer/ui/format.ts';
import { WideDialog } from '#renderer/ui/WideDialog.tsx';
import type { PackageAbout } from '#shared/model/package-record.ts';
import { PackagePreviewButton } from './preview/PackagePreviewButton.tsx';
import './publish.css';

const close = () => showVerification(null);

/** What a package that hangs together says of itself. */
function AboutPackage({ about }: { readonly about: PackageAbout }) {
  const text = useText();
  const lines = [
    [text('verify.action'), [text(`verify.actions.${about.action}`), about.reason]],
    [text('metadata.column'), [about.column]],
    [text('metadata.contentSource'), [about.contentSource]],
    [text('verify.pubDate'), [about.pubDate]],
    ...(about.attachments > 0 ? [[text('attachments.title'), [String(about.attachments)]] as [string, string[]]] : []),
    ...about.signedOff.map(
      ({ step, name, at }) => [text(`review.step.${step}`), [name, dateTime(at)]] as [string, string[]],
    ),
    ...about.waived.map(({ reason, name }) => [text('verify.waived'), [reason, name]] as [string, string[]]),
  ] as const;
  return lines.map(([name, values]) => (
    <Fragment key={`${name}${values.join('')}`}>
      <dt>{name}</dt>
      <dd>{values.filter((value) => value !== '').join(' · ')}</dd>
    </Fragment>
  ));
}

/** What our own reader says of a package: whether it may be trusted, by whom it was signed, what it holds. */
export function VerifyDialog() {
  const text = useText();
  const { report, file } = useVerification();
  if (!report) return null;
  return (
    <WideDialog
      name="verify"
      title={text('verify.title')}
      closeLabel={text('common.close')}
      onClose={close}
      acts={
        <>
          {report.about && file && <PackagePreviewButton size="medium" fileId={async () => uploadFile(file)} />}
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
        </>
      }
    >
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
        {report.about && <AboutPackage about={report.about} />}
        <dt>{text('verify.signedBy')}</dt>
        <dd>{report.signedBy}</dd>
        <dt>{text('verify.hash')}</dt>
        <dd className="verify-hash">{report.zipSha256}</dd>
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
    </WideDialog>
  );
}
