import type { KeyboardEvent, ReactElement } from 'react';
import { useRef, useState } from 'react';

interface FieldInputProps {
  readonly value: string;
  readonly label: string;
  readonly placeholder: string;
  readonly readOnly: boolean;
  readonly className: string;
  /** Width follows the words. */
  readonly onFocus: () => void;
  /** Never called with letters that an input method has not settled yet. */
  readonly onChange: (value: string) => void;
  /** Keys that lead out of the field; never one that belongs to an input method. True for a key that was taken. */
  readonly onKey?: (event: KeyboardEvent) => boolean;
}

/** A one-line field in the sheet. While it composes it keeps its own words, so that nothing resets the composition. */
export function FieldInput(props: FieldInputProps): ReactElement {
  const [composed, setComposed] = useState<string | null>(null);
  const isComposing = useRef(false);
  const shown = composed ?? props.value;
  return (
    <span className="gq-field" data-words={shown === '' ? props.placeholder : shown}>
      <input
        className={props.className}
        value={shown}
        aria-label={props.label}
        placeholder={props.placeholder}
        readOnly={props.readOnly}
        size={1}
        spellCheck={false}
        onFocus={props.onFocus}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
          if (props.onKey?.(event) === true) event.preventDefault();
        }}
        onCompositionStart={() => {
          isComposing.current = true;
        }}
        onCompositionEnd={(event) => {
          isComposing.current = false;
          setComposed(null);
          props.onChange(event.currentTarget.value);
        }}
        onChange={(event) => {
          if (isComposing.current) setComposed(event.currentTarget.value);
          else props.onChange(event.currentTarget.value);
        }}
      />
    </span>
  );
}
