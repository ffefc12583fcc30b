import { Button, ProgressBar } from '@fluentui/react-components';
import { errorText, useText } from '#renderer/i18n/text.ts';
import { attempt } from '#renderer/session/report-error.ts';
import { byteSize, hourMinute } from '#renderer/ui/format.ts';
import type { Language } from '#shared/model/settings.ts';
import type { Upload } from '#shared/model/upload.ts';
import { cancelUpload, pauseUpload, retryUpload } from './publish-acts.ts';
import { ProxyLogin } from './ProxyLogin.tsx';
import { useTransfer, type Transfer } from './transfer.ts';

export interface UploadProgressProps {
  readonly upload: Upload;
  /** Whether the person at the desk may hold it, go on with it, or call it off. */
  readonly mayAct: boolean;
  readonly language: Language;
}

/** How far a package came on its way to one target, and what can be done about it. */
export function UploadProgress({ upload, mayAct, language }: UploadProgressProps) {
  const text = useText();
  const transfer = useTransfer(upload);
  const { state } = upload;
  const moving = state === 'queued' || state === 'sending' || state === 'verifying';
  const stuck = state === 'waiting' || state === 'failed';
  return (
    <div className="upload">
      <div className="job-head">
        <span className={`upload-${state}`}>
          {text(`publish.state.${state}`)}
          {upload.nextTryAt !== null && stuck && (
            <span className="faint">
              {' '}
              · {text('publish.nextTry', { time: hourMinute(language, upload.nextTryAt) })}
            </span>
          )}
        </span>
        {(moving || state === 'paused') && (
          <span className="faint numeric">
            {text('publish.bytes', { sent: byteSize(upload.offset), total: byteSize(upload.bytes) })}
          </span>
        )}
      </div>
      {upload.targetName !== '' && (
        <div className="faint upload-target">{text('uploads.target', { name: upload.targetName })}</div>
      )}
      {(moving || state === 'paused') && (
        <ProgressBar value={upload.offset / upload.bytes} aria-label={text('publish.progress')} />
      )}
      {transfer && <TransferNote transfer={transfer} />}
      {state === 'delivered' && <p className="publish-say dim">{text('uploads.deliveredHint')}</p>}
      {stuck && upload.lastError && (
        <p className="publish-say publish-error" role="alert">
          {errorText(text, upload.lastError)}
        </p>
      )}
      {mayAct && <UploadActs upload={upload} />}
    </div>
  );
}

function TransferNote({ transfer: { speed, secondsLeft } }: { readonly transfer: Transfer }) {
  const text = useText();
  const left =
    secondsLeft < 90
      ? text('uploads.secondsLeft', { value: secondsLeft })
      : secondsLeft < 5400
        ? text('uploads.minutesLeft', { value: Math.round(secondsLeft / 60) })
        : text('uploads.hoursLeft', { value: Math.round(secondsLeft / 3600) });
  return (
    <div className="faint numeric">
      {text('uploads.speed', { speed: byteSize(speed) })} · {left}
    </div>
  );
}

function UploadActs({ upload }: { readonly upload: Upload }) {
  const text = useText();
  const { id, state, lastError } = upload;
  const wantsLogin = state === 'failed' && lastError?.code === 'portal-proxy-login';
  const act = (work: (uploadId: string) => Promise<void>) => void attempt(async () => work(id), 'upload');
  const begin = { failed: 'publish.retry', waiting: 'uploads.now', paused: 'uploads.resume' } as const;
  const again = state === 'failed' || state === 'waiting' || state === 'paused' ? begin[state] : null;
  const mayPause = state === 'queued' || state === 'sending' || state === 'waiting';
  if (again === null && !mayPause) return null;
  return (
    <div className="card-acts">
      {wantsLogin && <ProxyLogin uploadId={id} />}
      {again !== null && (
        <Button size="small" appearance={wantsLogin ? 'secondary' : 'primary'} onClick={() => act(retryUpload)}>
          {text(again)}
        </Button>
      )}
      {mayPause && (
        <Button size="small" onClick={() => act(pauseUpload)}>
          {text('uploads.pause')}
        </Button>
      )}
      <Button size="small" onClick={() => act(cancelUpload)}>
        {text('publish.cancel')}
      </Button>
    </div>
  );
}
