import { Button, Checkbox } from '@fluentui/react-components';
import { Crop16Regular, Table16Regular } from '@fluentui/react-icons';
import { useText } from '#renderer/i18n/text.ts';
import { draftSession, useDraftSession } from '#renderer/session/draft-session.ts';
import { Empty } from '#renderer/ui/Empty.tsx';
import { changeCredit, changePictures, pictureRows, type PictureRow } from '#shared/document/picture-rows.ts';
import { narrowPicture } from '#shared/house-style/rules/figure-picture.ts';
import type { Asset } from '#shared/model/asset.ts';
import { changeSheet } from './change-pictures.ts';
import { FigureField } from './FigureField.tsx';
import { editPicture, showPictureTable } from './picture-dialogs.ts';
import { pictureName } from './picture-name.ts';
import { PictureNotes } from './PictureNotes.tsx';
import { usePictureNotes, type SpokenNote } from './use-picture-notes.ts';
import './media.css';

/** All pictures of the draft with what is to be said of each; Tab runs through the fields. */
export function PicturesPanel({ readOnly }: { readonly readOnly: boolean }) {
  const text = useText();
  const document = useDraftSession((session) => session.document);
  const assets = useDraftSession((session) => session.assets);
  const notes = usePictureNotes();
  const rows = document ? pictureRows(document) : [];
  if (rows.length === 0) return <Empty title={text('media.empty')} hint={text('media.emptyHint')} />;
  return (
    <>
      <div className="pictures-acts">
        <Button size="small" icon={<Table16Regular />} onClick={showPictureTable}>
          {text('pictures.openTable')}
        </Button>
      </div>
      <ol className="pictures" aria-label={text('media.table')}>
        {rows.map((row) => (
          <PictureCard
            key={`${String(row.block)}.${String(row.index)}`}
            row={row}
            asset={row.picture.asset === null ? undefined : assets.get(row.picture.asset)}
            notes={row.picture.asset === null ? [] : (notes.get(row.picture.asset) ?? [])}
            readOnly={readOnly}
          />
        ))}
      </ol>
    </>
  );
}

interface PictureCardProps {
  readonly row: PictureRow;
  readonly asset: Asset | undefined;
  readonly notes: readonly SpokenNote[];
  readonly readOnly: boolean;
}

function PictureCard({ row, asset, notes, readOnly }: PictureCardProps) {
  const text = useText();
  const { block, index, caption, picture } = row;
  const name = pictureName(text, row);
  return (
    <li className="picture" aria-label={name}>
      <button
        type="button"
        className="picture-thumb"
        onClick={() => draftSession().handle?.reveal({ kind: 'block', block })}
      >
        <span className="visually-hidden">{`${name}，${text('media.jump')}`}</span>
        {asset ? <img src={`/media/thumb/${asset.sha256}`} alt="" /> : <span>{text('media.waiting')}</span>}
      </button>
      <div className="picture-facts">
        <div className="picture-name">
          <strong>
            {name}
            {asset && (
              <span className="faint numeric"> {text('media.size', { width: asset.width, height: asset.height })}</span>
            )}
          </strong>
          {asset && !readOnly && (
            <Button
              size="small"
              appearance="subtle"
              icon={<Crop16Regular />}
              aria-label={text('pictures.editNamed', { name })}
              onClick={() => editPicture({ block, index, asset: asset.sha256 })}
            />
          )}
        </div>
        <span className={caption === '' ? 'faint' : 'picture-caption'}>
          {caption === '' ? text('media.noCaption') : caption}
        </span>
        {asset && asset.width < narrowPicture && <span className="picture-warning">{text('media.small')}</span>}
        {asset?.hadLocation && <span className="faint">{text('media.place')}</span>}
        <PictureNotes notes={notes} />
      </div>
      <div className="picture-fields">
        {index === 0 && (
          <FigureField
            label={text('media.credit')}
            figureName={name}
            value={row.credit}
            disabled={readOnly}
            onCommit={(credit) => changeSheet((document) => changeCredit(document, [row], credit))}
          />
        )}
        <FigureField
          label={text('media.alt')}
          figureName={name}
          value={picture.alt}
          disabled={readOnly || picture.decorative === true}
          onCommit={(alt) => changeSheet((document) => changePictures(document, [row], { alt }))}
        />
        <Checkbox
          label={text('media.decorative')}
          aria-label={`${name}，${text('media.decorative')}`}
          checked={picture.decorative === true}
          disabled={readOnly}
          onChange={(_event, data) =>
            changeSheet((document) => changePictures(document, [row], { decorative: data.checked === true }))
          }
        />
      </div>
    </li>
  );
}
