import { useEffect, useRef, useState, type RefObject } from 'react';
import { ReactCrop, type PercentCrop } from 'react-image-crop';
import 'react-image-crop/dist/ReactCrop.css';
import { useText } from '#renderer/i18n/text.ts';
import type { Asset } from '#shared/model/asset.ts';
import { cropWhole, leastCrop, type Crop, type PictureEdit } from '#shared/model/picture-edit.ts';
import { straightenedPart, turnedSize, type Size } from '#shared/model/picture-geometry.ts';
import { cropWithin, fitInto, wholeCrop } from './crop-shape.ts';

export interface CropStageProps {
  readonly base: Asset;
  readonly edit: PictureEdit;
  /** Width by height that the crop is held to. */
  readonly ratio: number | undefined;
  readonly disabled: boolean;
  readonly onCrop: (crop: Crop) => void;
}

/**
 * The picture as it is turned now, with the crop laid over it. Nothing is computed but a transformation of the page, so
 * it follows every move at once.
 */
export function CropStage({ base, edit, ratio, disabled, onCrop }: CropStageProps) {
  const text = useText();
  const place = useRef<HTMLDivElement>(null);
  const room = useRoom(place);
  const upright = base.display;
  const turned = turnedSize(upright, edit.rotate);
  const frame = fitInto(turned, room);
  const scale = frame.width / turned.width;
  const part = straightenedPart(turned, edit.straighten ?? 0);
  const crop = edit.crop ?? wholeCrop;
  // The shade that the package draws is no picture to a screen reader; it has no name to give.
  useEffect(() => place.current?.querySelector('svg')?.setAttribute('aria-hidden', 'true'));
  const take = (percent: PercentCrop): void => {
    const { x, y, width, height } = percent;
    const unit = cropWhole / 100;
    onCrop(cropWithin({ left: x * unit, top: y * unit, width: width * unit, height: height * unit }));
  };
  return (
    <div className="crop-stage" ref={place}>
      <ReactCrop
        crop={percentOf(crop)}
        {...(ratio === undefined ? {} : { aspect: ratio })}
        keepSelection
        ruleOfThirds
        disabled={disabled}
        minWidth={Math.ceil((frame.width * leastCrop) / cropWhole)}
        minHeight={Math.ceil((frame.height * leastCrop) / cropWhole)}
        ariaLabels={{
          cropArea: text('pictures.cropArea'),
          nwDragHandle: text('pictures.cropNorthWest'),
          nDragHandle: text('pictures.cropNorth'),
          neDragHandle: text('pictures.cropNorthEast'),
          eDragHandle: text('pictures.cropEast'),
          seDragHandle: text('pictures.cropSouthEast'),
          sDragHandle: text('pictures.cropSouth'),
          swDragHandle: text('pictures.cropSouthWest'),
          wDragHandle: text('pictures.cropWest'),
        }}
        onChange={(_pixels, percent) => take(percent)}
      >
        <div className="crop-frame" style={{ width: frame.width, height: frame.height }}>
          <img
            src={`/media/${base.sha256}`}
            alt=""
            draggable={false}
            style={{
              width: upright.width * scale,
              height: upright.height * scale,
              // The last named is done first: turned, mirrored, straightened; then made large enough to leave no corner.
              transform: [
                'translate(-50%, -50%)',
                `scale(${String(1 / part)})`,
                `rotate(${String((edit.straighten ?? 0) / 10)}deg)`,
                edit.flip === true ? 'scaleX(-1)' : '',
                `rotate(${String(edit.rotate)}deg)`,
              ].join(' '),
            }}
          />
        </div>
      </ReactCrop>
    </div>
  );
}

function percentOf({ left, top, width, height }: Crop): PercentCrop {
  const unit = 100 / cropWhole;
  return { unit: '%', x: left * unit, y: top * unit, width: width * unit, height: height * unit };
}

/** The room that an element has, in CSS pixels, as it changes. */
function useRoom(element: RefObject<HTMLElement | null>): Size {
  const [room, setRoom] = useState<Size>({ width: 640, height: 400 });
  useEffect(() => {
    if (!element.current) return undefined;
    const observer = new ResizeObserver(([entry]) => {
      if (!entry) return;
      const { width, height } = entry.contentRect;
      if (width > 0 && height > 0) setRoom({ width, height });
    });
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);
  return room;
}
