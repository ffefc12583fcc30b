import {
  Button,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { useText } from '#renderer/i18n/text.ts';
import { draftSession } from '#renderer/session/draft-session.ts';
import { attempt } from '#renderer/session/report-error.ts';
import { ShownDialog } from '#renderer/ui/ShownDialog.tsx';
import type { Asset } from '#shared/model/asset.ts';
import { noEdit, tidyEdit, type PictureEdit } from '#shared/model/picture-edit.ts';
import { editedSize, turnedSize } from '#shared/model/picture-geometry.ts';
import { narrowPicture } from '#shared/house-style/rules/figure-picture.ts';
import { applyEdit, baseOf } from './change-pictures.ts';
import { middleCrop, ratioOf, type CropShape } from './crop-shape.ts';
import { CropStage } from './CropStage.tsx';
import { CropTools } from './CropTools.tsx';
import type { EditedPlace } from './picture-dialogs.ts';
import './crop.css';

/** Crop, turn, mirror and straighten one picture. The original stays; the sheet shows what was made of it. */
export function CropDialog({ place, onClose }: { readonly place: EditedPlace; readonly onClose: () => void }) {
  const [begun, setBegun] = useState<{ readonly base: Asset; readonly edit: PictureEdit } | null>(null);
  useEffect(() => {
    const asset = draftSession().assets.get(place.asset);
    if (!asset) return onClose();
    void attempt(async () => setBegun(await baseOf(asset)));
    return undefined;
  }, [place, onClose]);
  // A dialog that opens with nothing in it to focus stays hidden from screen readers.
  if (!begun) return null;
  return (
    <ShownDialog onClose={onClose}>
      <DialogSurface className="crop-dialog">
        <CropForm {...begun} place={place} onClose={onClose} />
      </DialogSurface>
    </ShownDialog>
  );
}

interface CropFormProps {
  readonly place: EditedPlace;
  readonly base: Asset;
  /** What was done to the picture before. */
  readonly edit: PictureEdit;
  readonly onClose: () => void;
}

function CropForm({ place, base, edit: before, onClose }: CropFormProps) {
  const text = useText();
  const [edit, setEdit] = useState(before);
  const [shape, setShape] = useState<CropShape>('free');
  const [busy, setBusy] = useState(false);
  const frame = turnedSize(base.display, edit.rotate);
  const size = editedSize(base, edit);

  const apply = async () => {
    setBusy(true);
    const done = await attempt(async () => {
      await applyEdit(place, base, before, edit);
      return true;
    }, 'pictures');
    setBusy(false);
    if (done) onClose();
  };
  return (
    <DialogBody className="crop-body">
      <DialogTitle>{text('pictures.editTitle')}</DialogTitle>
      <DialogContent className="crop-content">
        <CropStage
          base={base}
          edit={edit}
          ratio={ratioOf(shape, frame)}
          disabled={busy}
          onCrop={(crop) => setEdit((now) => tidyEdit({ ...now, crop }))}
        />
        <CropTools
          edit={edit}
          shape={shape}
          disabled={busy}
          onEdit={setEdit}
          onShape={(next) => {
            setShape(next);
            if (next !== 'free') setEdit(tidyEdit({ ...edit, crop: middleCrop(ratioOf(next, frame), frame) }));
          }}
        />
      </DialogContent>
      <DialogActions className="crop-actions">
        <span className={size.width < narrowPicture ? 'crop-size picture-warning' : 'crop-size'} aria-live="polite">
          {text(size.width < narrowPicture ? 'pictures.sizeSmall' : 'pictures.sizeAfter', {
            width: size.width,
            height: size.height,
          })}
        </span>
        <Button
          disabled={busy}
          onClick={() => {
            setEdit(noEdit);
            setShape('free');
          }}
        >
          {text('pictures.reset')}
        </Button>
        <Button disabled={busy} onClick={onClose}>
          {text('common.cancel')}
        </Button>
        {/* It keeps the focus while it works: with a focus that is lost, Fluent goes behind the dialog. */}
        <Button appearance="primary" disabledFocusable={busy} onClick={() => void apply()}>
          {text(busy ? 'pictures.applying' : 'pictures.apply')}
        </Button>
      </DialogActions>
    </DialogBody>
  );
}
