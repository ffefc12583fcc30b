import { Input } from '@fluentui/react-components';
import { useRef, useState, type KeyboardEvent } from 'react';

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
  const [composed, setComposed] = useState<string | null>(null);
  const isComposing = useRef(false);
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || isComposing.current) return;
    event.preventDefault();
    onEnter(event.shiftKey);
  };
  return (
    <Input
      className="find-field"
      size="small"
      value={composed ?? value}
      disabled={disabled}
      input={{ autoFocus, spellCheck: false, 'aria-invalid': isWrong }}
      aria-label={label}
      placeholder={label}
      onKeyDown={press}
      onFocus={(event) => event.target.select()}
      onCompositionStart={() => {
        isComposing.current = true;
      }}
      onCompositionEnd={(event) => {
        isComposing.current = false;
        setComposed(null);
        if (event.target instanceof HTMLInputElement) onChange(event.target.value);
      }}
      onChange={(_event, data) => {
        if (isComposing.current) setComposed(data.value);
        else onChange(data.value);
      }}
    />
  );
}
