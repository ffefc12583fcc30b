import { Button, Field, Input } from '@fluentui/react-components';
import type { LexicalEditor } from 'lexical';
import type { ReactElement, SubmitEvent } from 'react';
import { useEffect, useRef, useState } from 'react';
import type { LinkPlace } from '../extensions/links.ts';
import { removeLink, setLink } from '../extensions/links.ts';
import { useEditorText } from '../use-editor-text.ts';

interface LinkFormProps {
  readonly editor: LexicalEditor;
  readonly place: LinkPlace;
  readonly onOpen: ((url: string) => void) | undefined;
  /** Back to the words. */
  readonly onDone: () => void;
}

/** Asks for the address of a place; stands in a `Floating`. */
export function LinkForm({ editor, place, onOpen, onDone }: LinkFormProps): ReactElement {
  const text = useEditorText();
  const { key } = place;
  const [address, setAddress] = useState(place.url);
  const [words, setWords] = useState('');
  const [isRefused, setRefused] = useState(false);
  const first = useRef<HTMLInputElement>(null);
  // Not `autoFocus`: what is not placed yet is hidden, and what is hidden takes no focus.
  useEffect(() => first.current?.select(), []);
  const apply = (event: SubmitEvent): void => {
    event.preventDefault();
    if (setLink(editor, place, address, words)) onDone();
    else setRefused(true);
  };
  return (
    <form className="gq-link-form" onSubmit={apply}>
      <Field
        label={text('linkAddress')}
        validationState={isRefused ? 'error' : 'none'}
        validationMessage={isRefused ? text('linkRefused') : null}
      >
        <Input
          input={{ ref: first }}
          value={address}
          placeholder="https://"
          spellCheck={false}
          onChange={(_event, data) => {
            setAddress(data.value);
            setRefused(false);
          }}
        />
      </Field>
      {key === null && place.words === '' && (
        <Field label={text('linkWords')}>
          <Input value={words} placeholder={text('linkWordsHint')} onChange={(_event, data) => setWords(data.value)} />
        </Field>
      )}
      <div className="gq-link-acts">
        {key !== null && onOpen && (
          <Button size="small" onClick={() => onOpen(place.url)}>
            {text('linkOpen')}
          </Button>
        )}
        {key !== null && (
          <Button
            size="small"
            onClick={() => {
              removeLink(editor, key);
              onDone();
            }}
          >
            {text('linkRemove')}
          </Button>
        )}
        <Button type="submit" size="small" appearance="primary" disabled={address.trim() === ''}>
          {text('linkApply')}
        </Button>
      </div>
    </form>
  );
}
