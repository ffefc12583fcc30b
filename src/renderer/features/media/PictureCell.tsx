import { Textarea } from '@fluentui/react-components';
import type { KeyboardEvent } from 'react';
import { useFieldDraft } from '#renderer/ui/use-field-draft.ts';

export interface PictureCellProps {
  /** Enter goes to the next field of the same column. */
  readonly column: 'caption' | 'credit' | 'alt';
  readonly label: string;
  readonly value: string;
  readonly disabled: boolean;
  readonly onCommit: (value: string) => void;
}

/** A field of the table of pictures. It writes when it is left. */
export function PictureCell({ column, label, value, disabled, onCommit }: PictureCellProps) {
  const { typed, type, commit } = useFieldDraft(value, onCommit);
  const press = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    const next = neighbour(event.currentTarget, event.shiftKey ? -1 : 1);
    // Leaving it writes it; at the end of the column it is written where it stands.
    if (next) next.focus();
    else commit();
  };
  return (
    <Textarea
      className="picture-cell"
      resize="none"
      rows={2}
      size="small"
      aria-label={label}
      data-column={column}
      value={typed}
      disabled={disabled}
      onChange={(_event, data) => type(data.value)}
      onBlur={commit}
      onKeyDown={press}
    />
  );
}

function neighbour(field: HTMLElement, by: 1 | -1): HTMLElement | undefined {
  const fields = field.closest('table')?.querySelectorAll<HTMLTextAreaElement>('textarea:not(:disabled)') ?? [];
  const column = [...fields].filter((other) => other.dataset['column'] === field.dataset['column']);
  return column[column.findIndex((other) => other === field) + by];
}
