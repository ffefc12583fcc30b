import { Button, ProgressBar } from '@fluentui/react-components';
import { WarningRegular } from '@fluentui/react-icons';
import type { ReactElement } from 'react';
import { use, useEffect, useSyncExternalStore } from 'react';
import type { IncomingPicture } from '../picture-intake.ts';
import { useEditorText } from '../use-editor-text.ts';
import type { PictureAttributes } from '../nodes/FigureNode.ts';
import { ShownPicture, WaitingPicture } from './FigurePicture.tsx';
import { PictureButton } from './PictureButton.tsx';
import { KnownPicturesContext, useViewTools } from './view-tools.ts';

interface IncomingPictureViewProps {
  readonly pending: string;
  /** What its figure says of it. */
  readonly said: PictureAttributes;
  /** Other pictures for this place. */
  readonly onFiles: (files: readonly File[]) => void;
  readonly onDrop: (pending: string) => void;
}

/** The place of a picture that is being taken in: how far it is, what it asks, or why it was refused. */
export function IncomingPictureView({ pending, said, onFiles, onDrop }: IncomingPictureViewProps): ReactElement {
  const { intake, readOnly } = useViewTools();
  const { assets } = use(KnownPicturesContext);
  const picture = useSyncExternalStore(intake.subscribe, () => intake.stateOf(pending));
  useEffect(() => intake.resume(pending), [intake, pending]);
  if (!picture) return <WaitingPicture readOnly={readOnly} onFiles={onFiles} />;
  if (picture.asset !== null) {
    return <ShownPicture sha256={picture.asset} asset={assets.get(picture.asset)} picture={said} />;
  }
  const isStuck = picture.kind === 'asks' || picture.kind === 'failed';
  return (
    <div className="gq-incoming" data-replaces={typeof picture.instead === 'string'} data-kind={picture.kind}>
      {typeof picture.instead === 'string' && <img src={`/media/${picture.instead}`} alt="" draggable={false} />}
      <div className="gq-incoming-box" role={isStuck ? 'alert' : 'status'}>
        {isStuck ? <Stuck picture={picture} /> : <Progress picture={picture} />}
        {!readOnly && <Acts pending={pending} picture={picture} onFiles={onFiles} onDrop={onDrop} />}
      </div>
    </div>
  );
}

function Progress({ picture }: { readonly picture: IncomingPicture }): ReactElement {
  const text = useEditorText();
  const { kind, name, fraction } = picture;
  const isReading = kind === 'reading';
  const line = text(isReading ? 'pictureReading' : kind === 'queued' ? 'pictureQueued' : 'picturePreparing', { name });
  return (
    <>
      <span className="gq-incoming-line">{line}</span>
      <ProgressBar
        className="gq-incoming-bar"
        aria-label={line}
        thickness="medium"
        {...(isReading || kind === 'queued' ? { value: fraction } : {})}
      />
    </>
  );
}

function Stuck({ picture }: { readonly picture: IncomingPicture }): ReactElement {
  const text = useEditorText();
  const { kind, name, reason } = picture;
  return (
    <span className="gq-incoming-line">
      <WarningRegular className="gq-incoming-mark" aria-hidden />
      {kind === 'asks' ? text('pictureCut', { name }) : text('pictureRefused', { name, reason })}
    </span>
  );
}

function Acts({
  pending,
  picture,
  onFiles,
  onDrop,
}: Omit<IncomingPictureViewProps, 'said'> & { readonly picture: IncomingPicture }): ReactElement {
  const { intake } = useViewTools();
  const text = useEditorText();
  const { kind, mayRetry, instead } = picture;
  const isStuck = kind === 'asks' || kind === 'failed';
  const leave = !isStuck ? 'pictureCancel' : typeof instead === 'string' ? 'pictureKeepOld' : 'pictureLeaveOut';
  return (
    <span className="gq-incoming-acts">
      {kind === 'asks' && (
        <Button size="small" appearance="secondary" onClick={() => intake.accept(pending)}>
          {text('pictureTakeCut')}
        </Button>
      )}
      {kind === 'failed' && mayRetry && (
        <Button size="small" appearance="secondary" onClick={() => intake.retry(pending)}>
          {text('pictureRetry')}
        </Button>
      )}
      {isStuck && (
        <PictureButton appearance="secondary" size="small" multiple={false} onFiles={onFiles}>
          {text('pictureOther')}
        </PictureButton>
      )}
      <Button size="small" appearance={isStuck ? 'secondary' : 'subtle'} onClick={() => onDrop(pending)}>
        {text(leave)}
      </Button>
    </span>
  );
}
