import { Input } from '@fluentui/react-components';
import type { KeyboardEvent } from 'react';
import { useComposedInput } from '#renderer/ui/use-composed-input.ts';

export interface FindFieldProps {
  readonly value: string;
  readonly label: string;
  readonly disabled?: boolean;
  /** Nothing was found, or the words are no regular expression. */
  readonly isWrong?: boolean;
  readonly autoFocus?: boolean;
  /** Never called with letters that an input method has not settled yet. */
  readonly onChange: (value: string) => void;
  readonly onEnter: (shift: boolean) => void;
}

/** A field of the find bar. While it composes it keeps its own words, so that nothing is searched for half of them. */
export function FindField({
  value,
  label,
  disabled = false,
  isWrong = false,
  autoFocus = false,
  onChange,
  onEnter,
}: FindFieldProps) {
  const { isComposing, ...input } = useComposedInput(value, onChange);
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || isComposing()) return;
    event.preventDefault();
    onEnter(event.shiftKey);
  };
  return (
    <Input
      className="find-field"
      size="small"
      {...input}
      disabled={disabled}
      input={{ autoFocus, spellCheck: false, 'aria-invalid': isWrong }}
      aria-label={label}
      placeholder={label}
      onKeyDown={press}
      onFocus={(event) => event.target.select()}
    />
  );
}
