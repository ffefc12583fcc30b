import { Button } from '@fluentui/react-components';
import { call } from '#renderer/api/desk-api.ts';
import { useText } from '#renderer/i18n/text.ts';
import { showVerification } from '#renderer/session/verification.ts';
import { attempt } from '#renderer/session/report-error.ts';
import { useDraftSession } from '#renderer/session/draft-session.ts';
import { byteSize, dateTime } from '#renderer/ui/format.ts';
import { useNow } from '#renderer/ui/use-now.ts';
import type { ListedPackage } from '#shared/model/package-record.ts';
import type { Language } from '#shared/model/settings.ts';
import type { Upload } from '#shared/model/upload.ts';
import type { TargetView } from '#shared/model/upload-target.ts';
import { dayGoneBy } from './day-of-package.ts';
import { PackagePreviewButton } from './preview/PackagePreviewButton.tsx';
import { ReceiptActs } from './ReceiptActs.tsx';
import { ReceiptNote } from './ReceiptNote.tsx';
import { UploadButton } from './UploadButton.tsx';
import { UploadProgress } from './UploadProgress.tsx';

export interface PackageLineProps {
  readonly record: ListedPackage;
  /** Its uploads, one for each target that it was sent to. */
  readonly uploads: readonly Upload[];
  /** Where it may be sent by the person at the desk. */
  readonly targets: readonly TargetView[];
  /** A newer one was built since: this is no longer the one to send first. */
  readonly isOld: boolean;
  /** It holds the words that are signed off now; no other ones may be sent. */
  readonly isSignedOff: boolean;
  readonly mayExport: boolean;
  readonly language: Language;
}

/** One package: where it lies, and how far it came on its way to the portal. */
export function PackageLine({ record, uploads, targets, isOld, isSignedOff, mayExport, language }: PackageLineProps) {
  const text = useText();
  const begun = uploads.filter((upload) => upload.state !== 'cancelled').map((upload) => upload.targetId);
  const now = useNow();
  const metadata = useDraftSession((session) => session.metadata);
  const gone = metadata && dayGoneBy(metadata, record.createdAt, now);
  const verify = () =>
    attempt(async () => showVerification(await call('package:verify', { fileId: record.id })), 'verify');
  return (
    <li className="package">
      <div className="package-name">{record.name}</div>
      <div className="faint numeric">
        {dateTime(record.createdAt)} · {byteSize(record.bytes)}
      </div>
      {uploads.map((upload) => (
        <div key={upload.id}>
          <UploadProgress upload={upload} mayAct={mayExport} language={language} />
          {upload.receipt && <ReceiptNote receipt={upload.receipt} zipSha256={record.zipSha256} />}
          {upload.receipt && <ReceiptActs uploadId={upload.id} headline={record.headline} receipt={upload.receipt} />}
        </div>
      ))}
      {mayExport && isSignedOff && !isOld && begun.length === 0 && gone !== null && (
        <p className="publish-say dim">{text('publish.dayGoneBy', { time: gone })}</p>
      )}
      {mayExport && !isSignedOff && <p className="publish-say dim">{text('publish.otherWords')}</p>}
      <div className="card-acts">
        {mayExport && isSignedOff && (
          <UploadButton
            packageId={record.id}
            targets={targets.filter((target) => !begun.includes(target.id))}
            again={isOld || begun.length > 0}
          />
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
        <PackagePreviewButton size="small" fileId={async () => record.id} />
        <Button size="small" onClick={() => void verify()}>
          {text('publish.verify')}
        </Button>
      </div>
    </li>
  );
}
