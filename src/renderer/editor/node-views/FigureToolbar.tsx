import { Toolbar, ToolbarButton, ToolbarDivider } from '@fluentui/react-components';
import {
  ArrowLeftRegular,
  ArrowRightRegular,
  ArrowSwapRegular,
  CropRegular,
  DeleteRegular,
  EyeOffRegular,
  EyeRegular,
  ImageOffRegular,
  LayoutColumnTwoRegular,
  SplitVerticalRegular,
} from '@fluentui/react-icons';
import type { NodeKey } from 'lexical';
import { $getNodeByKey, $getSelection, $isNodeSelection, HISTORY_PUSH_TAG, REDO_COMMAND, UNDO_COMMAND } from 'lexical';
import type { ReactElement } from 'react';
import { isPendingAsset } from '#shared/document/pending-asset.ts';
import { $captionOf, $removeSelectedUnits } from '../extensions/block-units.ts';
import { $groupWithNext, $movePicture, $nextToGroup, $removePicture, $splitGroup } from '../extensions/figure-acts.ts';
import type { FigureAttributes, FigureNode } from '../nodes/FigureNode.ts';
import { $isFigureNode } from '../nodes/FigureNode.ts';
import { useEditorText } from '../use-editor-text.ts';
import { AltTextButton } from './AltTextButton.tsx';
import { PictureButton } from './PictureButton.tsx';
import { useViewTools } from './view-tools.ts';
import { IconAct } from './IconAct.tsx';

interface FigureToolbarProps {
  readonly nodeKey: NodeKey;
  readonly attributes: FigureAttributes;
  /** Which picture of the group the acts on one picture mean. */
  readonly current: number;
  readonly onCurrent: (index: number) => void;
  readonly onFiles: (files: readonly File[]) => void;
}

/** Floats over the selected figure. Tab comes here from the figure, arrows walk the acts, Escape goes back. */
export function FigureToolbar({ nodeKey, attributes, current, onCurrent, onFiles }: FigureToolbarProps): ReactElement {
  const text = useEditorText();
  const { editor, editPicture } = useViewTools();
  const pictures = [attributes, ...attributes.beside];
  const picture = pictures[current] ?? attributes;
  const isThere = picture.asset !== null && !isPendingAsset(picture.asset);
  const isGroup = pictures.length > 1;
  const { mayGroup, caption } = editor.read('latest', () => {
    const figure = $getNodeByKey(nodeKey);
    if (!$isFigureNode(figure)) return { mayGroup: false, caption: '' };
    const words = $captionOf(figure)?.getTextContent() ?? '';
    return { mayGroup: $nextToGroup(figure) !== null, caption: words.replaceAll('\n', ' ').trim() };
  });
  const act = ($change: (figure: FigureNode) => void): void =>
    editor.update(
      () => {
        const figure = $getNodeByKey(nodeKey);
        if ($isFigureNode(figure)) $change(figure);
      },
      { tag: HISTORY_PUSH_TAG },
    );
  const leave = (): void => editor.getRootElement()?.focus({ preventScroll: true });
  const split = (): void => {
    act($splitGroup);
    // The button goes with the group, and the focus would go with it.
    leave();
  };
  const move = (by: -1 | 1): void => {
    act((figure) => $movePicture(figure, current, by));
    onCurrent(current + by);
  };
  const crop = (): void => {
    const block = editor.read('latest', () => $getNodeByKey(nodeKey)?.getIndexWithinParent());
    const { asset } = picture;
    if (block !== undefined && asset !== null) editPicture?.({ block, index: current, asset });
  };
  const remove = (): void => {
    editor.update(
      () => {
        const selection = $getSelection();
        if ($isNodeSelection(selection)) $removeSelectedUnits(selection);
      },
      { tag: HISTORY_PUSH_TAG },
    );
    editor.focus();
  };
  return (
    <Toolbar
      className="gq-figure-toolbar"
      size="small"
      aria-label={text('pictureTools')}
      onMouseDown={(event) => event.stopPropagation()}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        // Pressed on a tool they are the sheet's own (`takeHistoryKeys`); here come those of the popover, which stands outside of it.
        const isOutside = event.target instanceof Node && editor.getRootElement()?.contains(event.target) === false;
        const letter = isOutside && (event.ctrlKey || event.metaKey) ? event.key.toLowerCase() : '';
        if (letter === 'z' || letter === 'y') {
          event.preventDefault();
          editor.dispatchCommand(letter === 'y' || event.shiftKey ? REDO_COMMAND : UNDO_COMMAND, undefined);
        } else if (event.key === 'Escape' && !isOutside) {
          event.stopPropagation();
          leave();
        }
      }}
    >
      {isGroup && (
        <>
          {pictures.map((_picture, index) => (
            <ToolbarButton
              // The places of a row have no other name.
              key={index}
              className={index === current ? 'gq-tool gq-tool-on' : 'gq-tool'}
              appearance="subtle"
              aria-pressed={index === current}
              aria-label={text('pictureOf', { number: index + 1, count: pictures.length })}
              onClick={() => onCurrent(index)}
            >
              {String(index + 1)}
            </ToolbarButton>
          ))}
          <IconAct label={text('pictureLeft')} icon={<ArrowLeftRegular />} isOff={current === 0} run={() => move(-1)} />
          <IconAct
            label={text('pictureRight')}
            icon={<ArrowRightRegular />}
            isOff={current === pictures.length - 1}
            run={() => move(1)}
          />
          <ToolbarDivider />
        </>
      )}
      <PictureButton appearance="subtle" size="small" multiple={false} icon={<ArrowSwapRegular />} onFiles={onFiles}>
        {text('replace')}
      </PictureButton>
      {editPicture && <IconAct label={text('pictureEdit')} icon={<CropRegular />} isOff={!isThere} run={crop} />}
      {isGroup && <IconAct label={text('ungroup')} icon={<SplitVerticalRegular />} isOff={false} run={split} />}
      <IconAct
        label={text('groupWithNext')}
        icon={<LayoutColumnTwoRegular />}
        isOff={!mayGroup}
        run={() => act($groupWithNext)}
      />
      <IconAct
        label={text(attributes.captionHidden ? 'captionShow' : 'captionHide')}
        icon={attributes.captionHidden ? <EyeRegular /> : <EyeOffRegular />}
        isOff={false}
        run={() => act((figure) => void figure.setAttributes({ captionHidden: !attributes.captionHidden }))}
      />
      <AltTextButton
        key={current}
        picture={picture}
        caption={caption}
        $set={(change) => {
          const figure = $getNodeByKey(nodeKey);
          if ($isFigureNode(figure)) figure.setPicture(current, change);
        }}
      />
      <ToolbarDivider />
      <IconAct
        label={text(isGroup ? 'pictureRemove' : 'pictureRemoveOnly')}
        icon={<ImageOffRegular />}
        isOff={!isGroup && picture.asset === null}
        run={() => act((figure) => $removePicture(figure, current))}
      />
      {isGroup ? (
        <IconAct label={text('remove')} icon={<DeleteRegular />} isOff={false} run={remove} />
      ) : (
        <ToolbarButton appearance="subtle" icon={<DeleteRegular />} onClick={remove}>
          {text('remove')}
        </ToolbarButton>
      )}
    </Toolbar>
  );
}
