import type { LexicalEditor, NodeKey } from 'lexical';
import { $getNodeByKey, HISTORY_PUSH_TAG } from 'lexical';
import type { KeyboardEvent, ReactElement } from 'react';
import { memo } from 'react';
import { createPortal } from 'react-dom';
import { creditLine } from '#shared/document/credit-text.ts';
import type { FigureAttributes, FigureNode } from '../nodes/FigureNode.ts';
import { $isFigureNode } from '../nodes/FigureNode.ts';
import { $wayOutOfCredit } from '../extensions/credit-keys.ts';
import { useEditorText } from '../use-editor-text.ts';
import { FieldInput } from './FieldInput.tsx';
import { FigurePictures } from './FigurePictures.tsx';
import { useFieldUpdate } from './field-update.ts';
import type { NodeView } from './node-view-store.ts';
import { useViewTools } from './view-tools.ts';

/** Draws the pictures (or the place where one will be) and the credit of one figure into its two islands. */
export const FigureView = memo(function FigureView(props: {
  readonly view: NodeView;
  readonly isSelected: boolean;
}): ReactElement | null {
  const { editor } = useViewTools();
  const { key, element } = props.view;
  const attributes = editor.read('latest', () => $figure(key)?.getAttributes());
  const pictures = element.querySelector('.gq-figure-picture');
  const credit = element.querySelector('.gq-figure-credit');
  if (!attributes || pictures === null || credit === null) return null;
  element.toggleAttribute('data-selected', props.isSelected);
  element.toggleAttribute('data-caption-hidden', attributes.captionHidden);
  return (
    <>
      {createPortal(<FigurePictures nodeKey={key} attributes={attributes} isSelected={props.isSelected} />, pictures)}
      {createPortal(<Credit nodeKey={key} attributes={attributes} />, credit)}
    </>
  );
});

function $figure(key: NodeKey): FigureNode | null {
  const node = $getNodeByKey(key);
  return $isFigureNode(node) ? node : null;
}

/** Does what a key in a credit asks for; false where it is the field's own. */
function leaveCredit(editor: LexicalEditor, nodeKey: NodeKey, event: KeyboardEvent): boolean {
  const $goOn = editor.read('latest', () => {
    const figure = $figure(nodeKey);
    return figure && $wayOutOfCredit(figure, event);
  });
  if ($goOn === null) return false;
  editor.getRootElement()?.focus({ preventScroll: true });
  editor.update($goOn, { discrete: true, tag: HISTORY_PUSH_TAG });
  return true;
}

interface CreditProps {
  readonly nodeKey: NodeKey;
  readonly attributes: FigureAttributes;
}

function Credit({ nodeKey, attributes }: CreditProps): ReactElement | null {
  const { editor, readOnly, creditMark } = useViewTools();
  const text = useEditorText();
  const { begin, update } = useFieldUpdate(editor);
  const { credit, captionHidden } = attributes;
  return (
    <>
      {captionHidden && <span className="gq-caption-hidden">{text('captionHidden')}</span>}
      {(!readOnly || credit !== '') && (
        <>
          {creditLine(credit, creditMark) === credit && credit !== '' ? null : (
            <span className="gq-credit-mark">{creditMark}</span>
          )}
          <FieldInput
            className="gq-credit-input"
            value={credit}
            label={text('credit')}
            placeholder={text('creditPlaceholder')}
            readOnly={readOnly}
            onFocus={begin}
            onChange={(value) => update(() => $figure(nodeKey)?.setAttributes({ credit: value }))}
            onKey={(event) => !readOnly && leaveCredit(editor, nodeKey, event)}
          />
        </>
      )}
    </>
  );
}
