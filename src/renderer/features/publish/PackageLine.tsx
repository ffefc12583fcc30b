import { Button, ProgressBar } from '@fluentui/react-components';
import { call } from '#renderer/api/desk-api.ts';
import { errorText, useText } from '#renderer/i18n/text.ts';
import { showVerification } from '#renderer/session/verification.ts';
import { attempt } from '#renderer/session/report-error.ts';
import { byteSize, dateTime, hourMinute } from '#renderer/ui/format.ts';
import type { PackageRecord } from '#shared/model/package-record.ts';
import type { Language } from '#shared/model/settings.ts';
import type { Upload } from '#shared/model/upload.ts';
import { ReceiptNote } from './ReceiptNote.tsx';
import { cancelUpload, enqueueUpload, retryUpload } from './publish-acts.ts';

export interface PackageLineProps {
  readonly record: PackageRecord;
  readonly upload: Upload | undefined;
  readonly mayUpload: boolean;
  readonly language: Language;
}

/** One package: where it lies, and how far it came on its way to the portal. */
export function PackageLine({ record, upload, mayUpload, language }: PackageLineProps) {
  const text = useText();
  const fresh = !upload || upload.state === 'cancelled';
  const verify = () =>
    attempt(async () => showVerification(await call('package:verify', { fileId: record.id })), 'verify');
  return (
    <li className="package">
      <div className="package-name">{record.name}</div>
      <div className="faint numeric">
        {dateTime(record.createdAt)} · {byteSize(record.bytes)}
      </div>
      {upload && <UploadProgress upload={upload} language={language} />}
      {upload?.receipt && <ReceiptNote receipt={upload.receipt} zipSha256={record.zipSha256} />}
      <div className="card-acts">
        {fresh && mayUpload && (
          <Button
            size="small"
            appearance="primary"
            onClick={() => void attempt(() => enqueueUpload(record.id), 'upload')}
          >
            {text('publish.upload')}
          </Button>
        )}
        <Button as="a" size="small" href={`/files/${record.id}`} download={`${record.name}.zip`}>
          {text('common.download')}
        </Button>
        <Button
          size="small"
          title={record.path}
          onClick={() => void attempt(() => call('app:show-file', { fileId: record.id }))}
        >
          {text('common.showInFolder')}
        </Button>
        <Button size="small" onClick={() => void verify()}>
          {text('publish.verify')}
        </Button>
      </div>
    </li>
  );
}

function UploadProgress({ upload, language }: { readonly upload: Upload; readonly language: Language }) {
  const text = useText();
  const moving = upload.state === 'queued' || upload.state === 'sending' || upload.state === 'verifying';
  const stuck = upload.state === 'waiting' || upload.state === 'failed';
  return (
    <div className="upload">
      <div className="job-head">
        <span className={`upload-${upload.state}`}>
          {text(`publish.state.${upload.state}`)}
          {upload.nextTryAt !== null && stuck && (
            <span className="faint">
              {' '}
              · {text('publish.nextTry', { time: hourMinute(language, upload.nextTryAt) })}
            </span>
          )}
        </span>
        {moving && (
          <span className="faint numeric">
            {text('publish.bytes', { sent: byteSize(upload.offset), total: byteSize(upload.bytes) })}
          </span>
        )}
      </div>
      {moving && <ProgressBar value={upload.offset / upload.bytes} aria-label={text('publish.progress')} />}
      {stuck && upload.lastError && (
        <p className="publish-say publish-error" role="alert">
          {errorText(text, upload.lastError)}
        </p>
      )}
      {(moving || stuck) && (
        <div className="card-acts">
          {stuck && (
            <Button
              size="small"
              appearance="primary"
              onClick={() => void attempt(() => retryUpload(upload.id), 'upload')}
            >
              {text('publish.retry')}
            </Button>
          )}
          <Button size="small" onClick={() => void attempt(() => cancelUpload(upload.id), 'upload')}>
            {text('publish.cancel')}
          </Button>
        </div>
      )}
    </div>
  );
}
