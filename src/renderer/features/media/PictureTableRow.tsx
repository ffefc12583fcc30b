import { Button, Checkbox } from '@fluentui/react-components';
import { CropRegular } from '@fluentui/react-icons';
import { useText } from '#renderer/i18n/text.ts';
import { byteSize, dateTime } from '#renderer/ui/format.ts';
import {
  altFromCaption,
  changeCaption,
  changeCredit,
  changePictures,
  type PictureRow,
} from '#shared/document/picture-rows.ts';
import { narrowPicture } from '#shared/house-style/rules/figure-picture.ts';
import type { Asset } from '#shared/model/asset.ts';
import { changeSheet } from './change-pictures.ts';
import { editPicture } from './picture-dialogs.ts';
import { pictureName } from './picture-name.ts';
import { PictureCell } from './PictureCell.tsx';
import { PictureNotes } from './PictureNotes.tsx';
import type { SpokenNote } from './use-picture-notes.ts';

export interface PictureTableRowProps {
  readonly row: PictureRow;
  readonly asset: Asset | undefined;
  readonly notes: readonly SpokenNote[];
  readonly chosen: boolean;
  readonly readOnly: boolean;
  readonly onChoose: (on: boolean) => void;
  readonly onReveal: () => void;
}

/** One picture. Those of a group share the cells of caption and credit, which stand in the row of the first. */
export function PictureTableRow({ row, asset, notes, chosen, readOnly, onChoose, onReveal }: PictureTableRowProps) {
  const text = useText();
  const { picture, caption } = row;
  const name = pictureName(text, row);
  const decorative = picture.decorative === true;
  const mayStartFromCaption = !readOnly && !decorative && picture.alt.trim() === '' && caption.trim() !== '';
  return (
    <tr>
      <td className="picture-table-choose">
        <Checkbox
          aria-label={text('pictures.choose', { name })}
          checked={chosen}
          disabled={readOnly}
          onChange={(_event, { checked }) => onChoose(checked === true)}
        />
      </td>
      <td className="picture-table-thumb">
        <button type="button" className="picture-thumb" onClick={onReveal}>
          <span className="visually-hidden">{`${name}，${text('media.jump')}`}</span>
          {asset ? <img src={`/media/thumb/${asset.sha256}`} alt="" /> : <span>{text('media.waiting')}</span>}
        </button>
        <div className="picture-table-name">
          <span>{name}</span>
          {asset && !readOnly && (
            <Button
              size="small"
              appearance="subtle"
              icon={<CropRegular />}
              aria-label={text('pictures.editNamed', { name })}
              onClick={() => editPicture({ block: row.block, index: row.index, asset: asset.sha256 })}
            />
          )}
        </div>
      </td>
      {row.index === 0 && (
        <>
          <td rowSpan={row.count}>
            <PictureCell
              column="caption"
              label={`${name}，${text('pictures.caption')}`}
              value={caption}
              disabled={readOnly}
              onCommit={(value) => changeSheet((document) => changeCaption(document, [row], value))}
            />
          </td>
          <td rowSpan={row.count}>
            <PictureCell
              column="credit"
              label={`${name}，${text('media.credit')}`}
              value={row.credit}
              disabled={readOnly}
              onCommit={(value) => changeSheet((document) => changeCredit(document, [row], oneLine(value)))}
            />
          </td>
        </>
      )}
      <td>
        <PictureCell
          column="alt"
          label={`${name}，${text('media.alt')}`}
          value={picture.alt}
          disabled={readOnly || decorative}
          onCommit={(value) => changeSheet((document) => changePictures(document, [row], { alt: oneLine(value) }))}
        />
        <div className="picture-table-alt-acts">
          <Checkbox
            size="medium"
            label={text('media.decorative')}
            aria-label={`${name}，${text('media.decorative')}`}
            checked={decorative}
            disabled={readOnly}
            onChange={(_event, { checked }) =>
              changeSheet((document) => changePictures(document, [row], { decorative: checked === true }))
            }
          />
          {mayStartFromCaption && (
            <Button
              size="small"
              appearance="subtle"
              aria-label={`${name}，${text('pictures.altFromCaption')}`}
              onClick={() => changeSheet((document) => altFromCaption(document, [row]))}
            >
              {text('pictures.altFromCaption')}
            </Button>
          )}
        </div>
      </td>
      <td className="picture-table-facts">
        {asset && (
          <>
            <span className="numeric">
              {text('media.size', { width: asset.width, height: asset.height })} · {byteSize(asset.bytes)}
            </span>
            {asset.takenAt !== null && (
              <span className="numeric">{text('pictures.takenAt', { at: dateTime(asset.takenAt) })}</span>
            )}
            {asset.width < narrowPicture && <span className="picture-warning">{text('media.small')}</span>}
          </>
        )}
        <PictureNotes notes={notes} />
      </td>
    </tr>
  );
}

/** Credits and alternative texts have no line breaks. */
function oneLine(text: string): string {
  return text.replaceAll(/\s*\n\s*/g, ' ');
}
