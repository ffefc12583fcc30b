import { Input } from '@fluentui/react-components';
import { useId } from 'react';
import { useFieldDraft } from '#renderer/ui/use-field-draft.ts';

export interface FigureFieldProps {
  readonly label: string;
  /** Said before the label, so that each of many fields has a name of its own. */
  readonly figureName: string;
  readonly value: string;
  readonly disabled: boolean;
  readonly onCommit: (value: string) => void;
}

/** A short text of a figure. It goes to the sheet when the field is left or Enter pressed: one undo step, no half words. */
export function FigureField({ label, figureName, value, disabled, onCommit }: FigureFieldProps) {
  const id = useId();
  const { typed, type, commit } = useFieldDraft(value, onCommit);
  return (
    <div className="figure-field">
      <label htmlFor={id}>{label}</label>
      <Input
        id={id}
        size="small"
        aria-label={`${figureName}，${label}`}
        value={typed}
        disabled={disabled}
        onChange={(_event, data) => type(data.value)}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) commit();
        }}
      />
    </div>
  );
}
