import {
  Button,
  Checkbox,
  Popover,
  PopoverSurface,
  PopoverTrigger,
  Textarea,
  ToolbarButton,
} from '@fluentui/react-components';
import { TextDescriptionRegular } from '@fluentui/react-icons';
import { useEffect, useRef, useState, type ReactElement } from 'react';
import type { PictureAttributes } from '../nodes/FigureNode.ts';
import { useEditorText } from '../use-editor-text.ts';
import { useFieldUpdate } from './field-update.ts';
import { useViewTools } from './view-tools.ts';

interface AltTextButtonProps {
  readonly picture: PictureAttributes;
  /** The figure's caption, which the words may start from. */
  readonly caption: string;
  /** Runs inside an update of the editor. */
  readonly $set: (change: Partial<PictureAttributes>) => void;
}

/** Opens the alternative text of one picture. */
export function AltTextButton({ picture, caption, $set }: AltTextButtonProps): ReactElement {
  const text = useEditorText();
  const { editor } = useViewTools();
  const { begin, update } = useFieldUpdate(editor);
  const form = useRef<HTMLDivElement>(null);
  // The field is drawn anew with the caption in it, and has the focus again.
  const [starts, setStarts] = useState(0);
  useEffect(() => {
    const field = starts === 0 ? null : form.current?.querySelector('textarea');
    field?.focus();
    field?.setSelectionRange(field.value.length, field.value.length);
  }, [starts]);
  const mayStart = caption !== '' && picture.alt.trim() === '' && !picture.decorative;
  const start = (): void => {
    update(() => $set({ alt: caption }));
    setStarts(starts + 1);
  };
  return (
    <Popover
      trapFocus
      positioning="below-end"
      onOpenChange={() => {
        begin();
        setStarts(0);
      }}
    >
      <PopoverTrigger>
        <ToolbarButton appearance="subtle" icon={<TextDescriptionRegular />}>
          {text('altText')}
        </ToolbarButton>
      </PopoverTrigger>
      <PopoverSurface aria-label={text('altText')}>
        <div ref={form} className="gq-alt-form">
          <Textarea
            key={starts}
            aria-label={text('altText')}
            placeholder={text('altHint')}
            resize="vertical"
            defaultValue={starts > 0 ? caption : picture.alt}
            disabled={picture.decorative}
            onFocus={starts === 0 ? begin : undefined}
            onChange={(_event, data) => update(() => $set({ alt: data.value }))}
          />
          {mayStart && (
            <Button className="gq-alt-start" size="small" onClick={start}>
              {text('altFromCaption')}
            </Button>
          )}
          <Checkbox
            label={text('decorative')}
            checked={picture.decorative}
            onChange={(_event, data) => update(() => $set({ decorative: data.checked === true }))}
          />
        </div>
      </PopoverSurface>
    </Popover>
  );
}
