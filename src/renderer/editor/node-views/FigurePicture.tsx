import { ImageRegular } from '@fluentui/react-icons';
import type { ReactElement } from 'react';
import { use, useState } from 'react';
import { narrowPicture } from '#shared/house-style/rules/figure-picture.ts';
import type { Asset } from '#shared/model/asset.ts';
import { bringsFiles } from '../extensions/picture-drops.ts';
import type { PictureAttributes } from '../nodes/FigureNode.ts';
import { useEditorText } from '../use-editor-text.ts';
import { PictureButton } from './PictureButton.tsx';
import { KnownPicturesContext } from './view-tools.ts';

/** One picture of a figure, or the word that this machine does not have it. */
export function ShownPicture(props: {
  readonly sha256: string;
  readonly asset: Asset | undefined;
  readonly picture: PictureAttributes;
}): ReactElement {
  const text = useEditorText();
  const known = use(KnownPicturesContext);
  const [missing, setMissing] = useState<string | null>(null);
  const { sha256, asset, picture } = props;
  if (missing === sha256) return <div className="gq-picture-empty">{text('pictureMissing')}</div>;
  const notes = known.notes.get(sha256) ?? [];
  const badges = [
    ...(picture.alt.trim() === '' && !picture.decorative ? [text('altMissing')] : []),
    ...(asset && asset.width < narrowPicture ? [text('pictureSmall', { width: asset.width })] : []),
  ];
  return (
    <>
      <img
        src={`/media/${sha256}`}
        alt={picture.decorative ? '' : picture.alt}
        width={asset?.display.width}
        height={asset?.display.height}
        draggable={false}
        decoding="async"
        onError={() => setMissing(sha256)}
      />
      <span className="gq-picture-badges">
        {badges.length > 0 && <span className="gq-picture-badge">{badges.join(' · ')}</span>}
        {notes.length > 0 && (
          <span className="gq-picture-badge gq-picture-note" title={notes.join('\n')}>
            {notes.length > 1 ? text('pictureNotes', { first: notes[0] ?? '', more: notes.length - 1 }) : notes[0]}
          </span>
        )}
      </span>
    </>
  );
}

/** The place of a picture that is still to come: takes what is dropped on it or chosen. */
export function WaitingPicture(props: {
  readonly onFiles: (files: readonly File[]) => void;
  readonly readOnly: boolean;
}): ReactElement {
  const text = useEditorText();
  const [isOver, setOver] = useState(false);
  return (
    <div
      className="gq-picture-empty"
      data-over={isOver}
      onDragOver={(event) => {
        if (props.readOnly || !bringsFiles(event.dataTransfer)) return;
        event.preventDefault();
        event.stopPropagation();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        setOver(false);
        const files = [...event.dataTransfer.files];
        if (files.length === 0 || props.readOnly) return;
        event.preventDefault();
        event.stopPropagation();
        props.onFiles(files);
      }}
    >
      <ImageRegular fontSize={32} />
      <span className="gq-picture-empty-title">{text('waitingTitle')}</span>
      {!props.readOnly && (
        <>
          <span className="gq-picture-empty-hint">{text('waitingHint')}</span>
          <PictureButton appearance="secondary" size="small" multiple onFiles={props.onFiles}>
            {text('choosePicture')}
          </PictureButton>
        </>
      )}
    </div>
  );
}
