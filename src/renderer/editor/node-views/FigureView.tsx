import { ImageRegular } from '@fluentui/react-icons';
import type { NodeKey } from 'lexical';
import { $getNodeByKey } from 'lexical';
import type { ReactElement } from 'react';
import { memo, useState } from 'react';
import { createPortal } from 'react-dom';
import type { Asset } from '#shared/model/asset.ts';
import { $isBlockUnit, $selectUnit } from '../extensions/block-units.ts';
import { $insertFiguresAfter } from '../extensions/insert-blocks.ts';
import type { FigureAttributes, FigureNode } from '../nodes/FigureNode.ts';
import { $isFigureNode } from '../nodes/FigureNode.ts';
import { useEditorText } from '../use-editor-text.ts';
import { FieldInput } from './FieldInput.tsx';
import { FigureToolbar } from './FigureToolbar.tsx';
import { useFieldUpdate } from './field-update.ts';
import type { NodeView } from './node-view-store.ts';
import { PictureButton } from './PictureButton.tsx';
import { useViewTools } from './view-tools.ts';

/** Draws the picture (or the place where it will be) and the credit of one figure into its two islands. */
export const FigureView = memo(function FigureView(props: {
  readonly view: NodeView;
  readonly isSelected: boolean;
}): ReactElement | null {
  const { editor, assets } = useViewTools();
  const { key, element } = props.view;
  const attributes = editor.read('latest', () => $figure(key)?.getAttributes());
  const picture = element.querySelector('.gq-figure-picture');
  const credit = element.querySelector('.gq-figure-credit');
  if (!attributes || picture === null || credit === null) return null;
  element.toggleAttribute('data-selected', props.isSelected);
  return (
    <>
      {createPortal(
        <Picture
          nodeKey={key}
          attributes={attributes}
          asset={attributes.asset === null ? undefined : assets.get(attributes.asset)}
          isSelected={props.isSelected}
        />,
        picture,
      )}
      {createPortal(<Credit nodeKey={key} credit={attributes.credit} />, credit)}
    </>
  );
});

function $figure(key: NodeKey): FigureNode | null {
  const node = $getNodeByKey(key);
  return $isFigureNode(node) ? node : null;
}

interface PictureProps {
  readonly nodeKey: NodeKey;
  readonly attributes: FigureAttributes;
  readonly asset: Asset | undefined;
  readonly isSelected: boolean;
}

function Picture({ nodeKey, attributes, asset, isSelected }: PictureProps): ReactElement {
  const { editor, readOnly, importPictures } = useViewTools();
  const select = (): void => {
    editor.getRootElement()?.focus({ preventScroll: true });
    editor.update(() => {
      const node = $getNodeByKey(nodeKey);
      if ($isBlockUnit(node)) $selectUnit(node);
    });
  };
  const fill = ([first, ...more]: readonly Asset[]): void => {
    if (!first) return;
    editor.update(() => {
      const figure = $figure(nodeKey);
      figure?.setAttributes({ asset: first.sha256 });
      if (figure) $insertFiguresAfter(figure, more);
    });
  };
  /** The first picture fills this figure, the others follow in figures of their own. */
  const take = (files: readonly File[]): void => {
    void importPictures(files).then(fill);
  };
  return (
    <div className="gq-picture" onMouseDown={select} role="presentation">
      {isSelected && !readOnly && <FigureToolbar nodeKey={nodeKey} attributes={attributes} onFiles={take} />}
      {attributes.asset === null ? (
        <Waiting onFiles={take} readOnly={readOnly} />
      ) : (
        <Shown sha256={attributes.asset} asset={asset} attributes={attributes} />
      )}
    </div>
  );
}

function Shown(props: {
  readonly sha256: string;
  readonly asset: Asset | undefined;
  readonly attributes: FigureAttributes;
}): ReactElement {
  const text = useEditorText();
  const [missing, setMissing] = useState<string | null>(null);
  const { sha256, asset, attributes } = props;
  if (missing === sha256) return <div className="gq-picture-empty">{text('pictureMissing')}</div>;
  const isAltMissing = attributes.alt.trim() === '' && !attributes.decorative;
  return (
    <>
      <img
        src={`/media/${sha256}`}
        alt={attributes.decorative ? '' : attributes.alt}
        width={asset?.display.width}
        height={asset?.display.height}
        draggable={false}
        decoding="async"
        onError={() => setMissing(sha256)}
      />
      {isAltMissing && <span className="gq-picture-badge">{text('altMissing')}</span>}
    </>
  );
}

function Waiting(props: {
  readonly onFiles: (files: readonly File[]) => void;
  readonly readOnly: boolean;
}): ReactElement {
  const text = useEditorText();
  return (
    <div
      className="gq-picture-empty"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
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

function Credit(props: { readonly nodeKey: NodeKey; readonly credit: string }): ReactElement | null {
  const { editor, readOnly, creditMark } = useViewTools();
  const text = useEditorText();
  const { begin, update } = useFieldUpdate(editor);
  if (readOnly && props.credit === '') return null;
  return (
    <>
      <span className="gq-credit-mark">{creditMark}</span>
      <FieldInput
        className="gq-credit-input"
        value={props.credit}
        label={text('credit')}
        placeholder={text('creditPlaceholder')}
        readOnly={readOnly}
        onFocus={begin}
        onChange={(credit) => update(() => $figure(props.nodeKey)?.setAttributes({ credit }))}
      />
    </>
  );
}
