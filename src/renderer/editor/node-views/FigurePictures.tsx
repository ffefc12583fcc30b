import type { NodeKey } from 'lexical';
import { $getNodeByKey, HISTORY_PUSH_TAG } from 'lexical';
import type { CSSProperties, DragEvent, ReactElement } from 'react';
import { use, useState } from 'react';
import { isPendingAsset } from '#shared/document/pending-asset.ts';
import type { Asset } from '#shared/model/asset.ts';
import { $selectUnit } from '../extensions/block-units.ts';
import { $addBeside, $dropPending, $fillFigure } from '../extensions/figure-acts.ts';
import { offerGroup } from '../extensions/offer-group.ts';
import { bringsFiles } from '../extensions/picture-drops.ts';
import type { PictureIntake } from '../picture-intake.ts';
import type { FigureAttributes, FigureNode, PictureAttributes } from '../nodes/FigureNode.ts';
import { $isFigureNode } from '../nodes/FigureNode.ts';
import { FigureToolbar } from './FigureToolbar.tsx';
import { besideAt } from './picture-drop.ts';
import { ShownPicture, WaitingPicture } from './FigurePicture.tsx';
import { IncomingPictureView } from './IncomingPictureView.tsx';
import { KnownPicturesContext, useViewTools } from './view-tools.ts';

interface FigurePicturesProps {
  readonly nodeKey: NodeKey;
  readonly attributes: FigureAttributes;
  readonly isSelected: boolean;
}

/** The pictures of a figure in one row, equally high; pictures dropped on a half of one go beside it. */
export function FigurePictures({ nodeKey, attributes, isSelected }: FigurePicturesProps): ReactElement {
  const { editor, readOnly, intake, hints } = useViewTools();
  const { assets } = use(KnownPicturesContext);
  const pictures = [attributes, ...attributes.beside];
  const [chosen, setChosen] = useState(0);
  const [gap, setGap] = useState<number | null>(null);
  const current = Math.min(chosen, pictures.length - 1);

  const change = ($change: (figure: FigureNode) => void): void =>
    editor.update(
      () => {
        const figure = $getNodeByKey(nodeKey);
        if ($isFigureNode(figure)) $change(figure);
      },
      { discrete: true, tag: HISTORY_PUSH_TAG },
    );
  const select = (index: number): void => {
    setChosen(index);
    editor.getRootElement()?.focus({ preventScroll: true });
    editor.update(() => {
      const figure = $getNodeByKey(nodeKey);
      if ($isFigureNode(figure)) $selectUnit(figure);
    });
  };
  /** Pictures for one place: the first takes it, further ones follow in figures of their own. */
  const fill = (index: number, files: readonly File[]): void => {
    const before = pictures[index];
    if (!before) return;
    const taken = intake.begin(files, insteadOf(before.asset, intake));
    change((figure) => $fillFigure(figure, index, taken));
    askForAlt(before, index);
    if (taken.length > 1) offerGroup(editor, hints, nodeKey, taken.length);
  };
  const addBeside = (index: number, files: readonly File[]): void =>
    change((figure) => $addBeside(figure, index, intake.begin(files)));
  /** Takes a picture off again that is on its way: one step, like any other change. */
  const drop = (pending: string): void => {
    change(() => $dropPending(new Map([[pending, intake.stateOf(pending)?.instead]])));
    intake.stop(pending);
  };
  /** The words for the picture before stay; whether they fit the new one only a person can say. */
  const askForAlt = (before: PictureAttributes, index: number): void => {
    if (before.alt.trim() === '') return;
    hints.show({
      tone: 'info',
      text: 'altStillFits',
      params: { alt: before.alt },
      acts: [
        { label: 'altFits', run: () => undefined },
        { label: 'altClear', run: () => change((figure) => void figure.setPicture(index, { alt: '' })) },
      ],
    });
  };
  const gapOf = (event: DragEvent, index: number): number | null =>
    readOnly || !bringsFiles(event.dataTransfer) ? null : besideAt(event, index, pictures);

  return (
    <div className="gq-picture" role="presentation" data-group={pictures.length > 1}>
      {isSelected && !readOnly && (
        <FigureToolbar
          nodeKey={nodeKey}
          attributes={attributes}
          current={current}
          onCurrent={setChosen}
          onFiles={(files) => fill(current, files)}
        />
      )}
      {pictures.map((picture, index) => {
        const asset = picture.asset === null ? undefined : assets.get(picture.asset);
        return (
          <div
            // The places of a row have no other name.
            key={index}
            className="gq-picture-place"
            role="presentation"
            data-sized={pictures.length === 1 && asset !== undefined}
            data-current={pictures.length > 1 && isSelected && index === current}
            data-drop={gap === index ? 'before' : gap === pictures.length && index === gap - 1 ? 'after' : undefined}
            style={placeStyle(asset?.display, pictures.length > 1)}
            onMouseDown={() => select(index)}
            onDragOver={(event) => {
              const next = gapOf(event, index);
              if (next !== gap) setGap(next);
              if (next === null) return;
              event.preventDefault();
              event.stopPropagation();
            }}
            onDragLeave={() => setGap(null)}
            onDrop={(event) => {
              const at = gapOf(event, index);
              setGap(null);
              if (at === null) return;
              event.preventDefault();
              event.stopPropagation();
              addBeside(at, [...event.dataTransfer.files]);
            }}
          >
            {picture.asset === null ? (
              <WaitingPicture readOnly={readOnly} onFiles={(files) => fill(index, files)} />
            ) : isPendingAsset(picture.asset) ? (
              <IncomingPictureView
                pending={picture.asset}
                said={picture}
                onFiles={(files) => fill(index, files)}
                onDrop={drop}
              />
            ) : (
              <ShownPicture sha256={picture.asset} asset={asset} picture={picture} />
            )}
          </div>
        );
      })}
    </div>
  );
}

/** One picture has its own size as far as there is room; those of a row are equally high. */
function placeStyle(size: Asset['display'] | undefined, isInRow: boolean): CSSProperties | undefined {
  if (isInRow) return { flexGrow: size ? size.width / size.height : 1.5 };
  if (!size) return undefined;
  const { width, height } = size;
  const ratio = (width / height).toFixed(4);
  return { width: `min(100%, ${width}px, var(--gq-picture-tallest) * ${ratio})`, aspectRatio: `${width} / ${height}` };
}

/** What comes back when the new picture does not come: for one that is on its way itself, what that one replaced. */
function insteadOf(asset: string | null, intake: PictureIntake): string | null | undefined {
  return isPendingAsset(asset) ? intake.stateOf(asset)?.instead : asset;
}
