import { useState, type KeyboardEvent } from 'react';
import './tag-input.css';

export interface TagInputProps {
  readonly id: string;
  readonly tags: readonly string[];
  readonly placeholder: string;
  readonly disabled: boolean;
  /** Accessible name of the button that removes a tag. */
  readonly removeLabel: (tag: string) => string;
  readonly onChange: (tags: string[]) => void;
}

const separator = /[,，;；、\s]+/;

/** Several short texts in one field. Enter or a separator takes one over, Backspace in the empty field removes the last. */
export function TagInput({ id, tags, placeholder, disabled, removeLabel, onChange }: TagInputProps) {
  const [text, setText] = useState('');

  const take = (typed: string) => {
    const added = typed.split(separator).filter((tag) => tag !== '' && !tags.includes(tag));
    if (added.length > 0) onChange([...tags, ...new Set(added)]);
    setText('');
  };

  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      take(text);
    } else if (event.key === 'Backspace' && text === '' && tags.length > 0) {
      onChange(tags.slice(0, -1));
    }
  };

  return (
    <div className="tag-input" data-disabled={disabled || undefined}>
      {tags.map((tag) => (
        <span className="tag" key={tag}>
          {tag}
          {!disabled && (
            <button
              type="button"
              aria-label={removeLabel(tag)}
              onClick={() => onChange(tags.filter((other) => other !== tag))}
            >
              ×
            </button>
          )}
        </span>
      ))}
      <input
        id={id}
        value={text}
        disabled={disabled}
        placeholder={tags.length === 0 && !disabled ? placeholder : ''}
        onChange={(event) => {
          const typed = event.target.value;
          const composing = 'isComposing' in event.nativeEvent && event.nativeEvent.isComposing === true;
          if (!composing && /[,，;；、]$/.test(typed)) take(typed);
          else setText(typed);
        }}
        onKeyDown={press}
        onBlur={() => text.trim() !== '' && take(text)}
      />
    </div>
  );
}
