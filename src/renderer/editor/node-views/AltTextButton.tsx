import { Checkbox, Popover, PopoverSurface, PopoverTrigger, Textarea, ToolbarButton } from '@fluentui/react-components';
import { TextDescriptionRegular } from '@fluentui/react-icons';
import type { ReactElement } from 'react';
import type { PictureAttributes } from '../nodes/FigureNode.ts';
import { useEditorText } from '../use-editor-text.ts';
import { useFieldUpdate } from './field-update.ts';
import { useViewTools } from './view-tools.ts';

interface AltTextButtonProps {
  readonly picture: PictureAttributes;
  /** Runs inside an update of the editor. */
  readonly $set: (change: Partial<PictureAttributes>) => void;
}

/** Opens the alternative text of one picture. */
export function AltTextButton({ picture, $set }: AltTextButtonProps): ReactElement {
  const text = useEditorText();
  const { editor } = useViewTools();
  const { begin, update } = useFieldUpdate(editor);
  return (
    <Popover trapFocus positioning="below-end" onOpenChange={begin}>
      <PopoverTrigger>
        <ToolbarButton appearance="subtle" icon={<TextDescriptionRegular />}>
          {text('altText')}
        </ToolbarButton>
      </PopoverTrigger>
      <PopoverSurface className="gq-alt-form" aria-label={text('altText')}>
        <Textarea
          aria-label={text('altText')}
          placeholder={text('altHint')}
          resize="vertical"
          defaultValue={picture.alt}
          disabled={picture.decorative}
          onFocus={begin}
          onChange={(_event, data) => update(() => $set({ alt: data.value }))}
        />
        <Checkbox
          label={text('decorative')}
          checked={picture.decorative}
          onChange={(_event, data) => update(() => $set({ decorative: data.checked === true }))}
        />
      </PopoverSurface>
    </Popover>
  );
}
