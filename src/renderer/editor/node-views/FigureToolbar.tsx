import { Button, Checkbox, Popover, PopoverSurface, PopoverTrigger, Textarea } from '@fluentui/react-components';
import { ArrowSwapRegular, DeleteRegular, TextDescriptionRegular } from '@fluentui/react-icons';
import type { NodeKey } from 'lexical';
import { $getNodeByKey, $getSelection, $isNodeSelection } from 'lexical';
import type { ReactElement } from 'react';
import { $removeSelectedUnits } from '../extensions/block-units.ts';
import type { FigureAttributes } from '../nodes/FigureNode.ts';
import { $isFigureNode } from '../nodes/FigureNode.ts';
import { useEditorText } from '../use-editor-text.ts';
import { useFieldUpdate } from './field-update.ts';
import { PictureButton } from './PictureButton.tsx';
import { useViewTools } from './view-tools.ts';

interface FigureToolbarProps {
  readonly nodeKey: NodeKey;
  readonly attributes: FigureAttributes;
  readonly onFiles: (files: readonly File[]) => void;
}

/** Floats over the selected figure: replace, alternative text, remove. */
export function FigureToolbar({ nodeKey, attributes, onFiles }: FigureToolbarProps): ReactElement {
  const text = useEditorText();
  const { editor } = useViewTools();
  const remove = (): void => {
    editor.update(() => {
      const selection = $getSelection();
      if ($isNodeSelection(selection)) $removeSelectedUnits(selection);
    });
    editor.focus();
  };
  return (
    <div
      className="gq-figure-toolbar"
      role="toolbar"
      aria-label={text('pictureTools')}
      onMouseDown={(event) => event.stopPropagation()}
    >
      <PictureButton appearance="subtle" size="small" multiple={false} icon={<ArrowSwapRegular />} onFiles={onFiles}>
        {text('replace')}
      </PictureButton>
      <AltTextButton nodeKey={nodeKey} attributes={attributes} />
      <Button appearance="subtle" size="small" icon={<DeleteRegular />} onClick={remove}>
        {text('remove')}
      </Button>
    </div>
  );
}

function AltTextButton({ nodeKey, attributes }: Omit<FigureToolbarProps, 'onFiles'>): ReactElement {
  const text = useEditorText();
  const { editor } = useViewTools();
  const { begin, update } = useFieldUpdate(editor);
  const set = (change: Partial<FigureAttributes>): void =>
    update(() => {
      const node = $getNodeByKey(nodeKey);
      if ($isFigureNode(node)) node.setAttributes(change);
    });
  return (
    <Popover trapFocus positioning="below-end" onOpenChange={begin}>
      <PopoverTrigger>
        <Button appearance="subtle" size="small" icon={<TextDescriptionRegular />}>
          {text('altText')}
        </Button>
      </PopoverTrigger>
      <PopoverSurface className="gq-alt-form" aria-label={text('altText')}>
        <Textarea
          aria-label={text('altText')}
          placeholder={text('altHint')}
          resize="vertical"
          defaultValue={attributes.alt}
          disabled={attributes.decorative}
          onFocus={begin}
          onChange={(_event, data) => set({ alt: data.value })}
        />
        <Checkbox
          label={text('decorative')}
          checked={attributes.decorative}
          onChange={(_event, data) => set({ decorative: data.checked === true })}
        />
      </PopoverSurface>
    </Popover>
  );
}
