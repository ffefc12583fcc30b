import {
  Field,
  Slider,
  ToggleButton,
  Toolbar,
  ToolbarButton,
  ToolbarDivider,
  Tooltip,
} from '@fluentui/react-components';
import {
  ArrowRotateClockwise20Regular,
  ArrowRotateCounterclockwise20Regular,
  FlipHorizontal20Regular,
  FlipVertical20Regular,
} from '@fluentui/react-icons';
import type { ReactElement } from 'react';
import { useText } from '#renderer/i18n/text.ts';
import { flipped, straightenLimit, tidyEdit, turned, type PictureEdit } from '#shared/model/picture-edit.ts';
import { cropShapes, type CropShape } from './crop-shape.ts';

export interface CropToolsProps {
  readonly edit: PictureEdit;
  readonly shape: CropShape;
  readonly disabled: boolean;
  readonly onEdit: (edit: PictureEdit) => void;
  readonly onShape: (shape: CropShape) => void;
}

/** Below the picture: turn, mirror, the shape of the crop, straighten. */
export function CropTools({ edit, shape, disabled, onEdit, onShape }: CropToolsProps) {
  const text = useText();
  const tenths = edit.straighten ?? 0;
  const degrees = (tenths / 10).toFixed(1);
  const turn = (way: 'left' | 'right') => {
    onEdit(turned(edit, way));
    // A crop of 4:3 that is turned is one of 3:4.
    if (shape !== 'original') onShape('free');
  };
  const names = {
    free: text('pictures.shapeFree'),
    original: text('pictures.shapeOriginal'),
    '4:3': '4:3',
    '3:2': '3:2',
    '16:9': '16:9',
  } as const;
  return (
    <div className="crop-tools">
      <Toolbar className="crop-toolbar" aria-label={text('pictures.tools')}>
        <Act
          label={text('pictures.turnLeft')}
          icon={<ArrowRotateCounterclockwise20Regular />}
          run={() => turn('left')}
        />
        <Act label={text('pictures.turnRight')} icon={<ArrowRotateClockwise20Regular />} run={() => turn('right')} />
        <Act
          label={text('pictures.flipSideways')}
          icon={<FlipHorizontal20Regular />}
          run={() => onEdit(flipped(edit, 'sideways'))}
        />
        <Act
          label={text('pictures.flipUpsideDown')}
          icon={<FlipVertical20Regular />}
          run={() => onEdit(flipped(edit, 'upside-down'))}
        />
        <ToolbarDivider />
        {cropShapes.map((value) => (
          <ToggleButton
            key={value}
            size="small"
            appearance="subtle"
            disabled={disabled}
            checked={shape === value}
            onClick={() => onShape(value)}
          >
            {names[value]}
          </ToggleButton>
        ))}
      </Toolbar>
      <Field className="crop-straighten" label={text('pictures.straighten', { degrees })} orientation="horizontal">
        <Slider
          min={-straightenLimit}
          max={straightenLimit}
          value={tenths}
          disabled={disabled}
          aria-valuetext={text('pictures.degrees', { degrees })}
          onChange={(_event, { value }) => onEdit(tidyEdit({ ...edit, straighten: Math.round(value) }))}
          onDoubleClick={() => onEdit(tidyEdit({ ...edit, straighten: 0 }))}
        />
      </Field>
    </div>
  );
}

function Act(props: { readonly label: string; readonly icon: ReactElement; readonly run: () => void }) {
  return (
    <Tooltip content={props.label} relationship="label">
      <ToolbarButton icon={props.icon} onClick={props.run} />
    </Tooltip>
  );
}
