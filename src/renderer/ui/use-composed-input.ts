import type { ChangeEvent, CompositionEvent } from 'react';
import { useRef, useState } from 'react';

/** What an input field takes so that its owner never hears letters which an input method has not settled yet. */
export interface ComposedInput {
  /** While it composes the field keeps its own words. */
  readonly value: string;
  readonly isComposing: () => boolean;
  readonly onChange: (event: ChangeEvent<HTMLInputElement>, data: { readonly value: string }) => void;
  readonly onCompositionStart: () => void;
  readonly onCompositionEnd: (event: CompositionEvent<HTMLInputElement>) => void;
}

export function useComposedInput(value: string, onChange: (value: string) => void): ComposedInput {
  const [composed, setComposed] = useState<string | null>(null);
  const composing = useRef(false);
  return {
    value: composed ?? value,
    isComposing: () => composing.current,
    onChange: (_event, data) => {
      if (composing.current) setComposed(data.value);
      else onChange(data.value);
    },
    onCompositionStart: () => {
      composing.current = true;
    },
    onCompositionEnd: (event) => {
      composing.current = false;
      setComposed(null);
      if (event.target instanceof HTMLInputElement) onChange(event.target.value);
    },
  };
}
