import { Field, Input } from '@fluentui/react-components';
import { useState } from 'react';

export interface NumberFieldProps {
  readonly label: string;
  readonly hint: string;
  readonly value: number;
  readonly most: number;
  readonly onKeep: (value: number) => void;
}

/** A whole number from 0 on, which is kept when the field is left. */
export function NumberField({ label, hint, value, most, onKeep }: NumberFieldProps) {
  const [typed, setTyped] = useState(String(value));
  const keep = (): void => {
    const kept = Math.min(most, Math.trunc(Number(typed)) || 0);
    setTyped(String(kept));
    if (kept !== value) onKeep(kept);
  };
  return (
    <Field label={label} hint={hint}>
      <Input
        className="settings-number"
        value={typed}
        inputMode="numeric"
        onChange={(_event, data) => setTyped(data.value.replaceAll(/\D/g, ''))}
        onBlur={keep}
        onKeyDown={(event) => event.key === 'Enter' && keep()}
      />
    </Field>
  );
}
