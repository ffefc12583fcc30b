import {
  Button,
  Field,
  Input,
  Popover,
  PopoverSurface,
  PopoverTrigger,
  ToolbarButton,
} from '@fluentui/react-components';
import { LinkRegular } from '@fluentui/react-icons';
import type { FormEvent, ReactElement } from 'react';
import { useState } from 'react';
import { useEditorText } from '../use-editor-text.ts';

interface LinkButtonProps {
  /** The address where the caret is. */
  readonly link: string | null;
  readonly disabled: boolean;
  /** False when the address is refused. */
  readonly setLink: (url: string | null) => boolean;
}

/** Sets, changes and takes away the link of the selection. */
export function LinkButton({ link, disabled, setLink }: LinkButtonProps): ReactElement {
  const text = useEditorText();
  const [isOpen, setOpen] = useState(false);
  const [address, setAddress] = useState('');
  const [isRefused, setRefused] = useState(false);
  const open = (next: boolean): void => {
    setAddress(link ?? '');
    setRefused(false);
    setOpen(next);
  };
  const apply = (event: FormEvent): void => {
    event.preventDefault();
    if (setLink(withScheme(address))) setOpen(false);
    else setRefused(true);
  };
  return (
    <Popover open={isOpen} onOpenChange={(_event, data) => open(data.open)} trapFocus positioning="below-start">
      <PopoverTrigger disableButtonEnhancement>
        <ToolbarButton
          className={link === null ? 'gq-tool' : 'gq-tool gq-tool-on'}
          aria-label={text('link')}
          title={text('link')}
          icon={<LinkRegular />}
          disabled={disabled}
        />
      </PopoverTrigger>
      <PopoverSurface>
        <form className="gq-link-form" onSubmit={apply}>
          <Field
            label={text('linkAddress')}
            validationState={isRefused ? 'error' : 'none'}
            validationMessage={isRefused ? text('linkRefused') : null}
          >
            <Input
              value={address}
              placeholder="https://"
              spellCheck={false}
              onChange={(_event, data) => {
                setAddress(data.value);
                setRefused(false);
              }}
            />
          </Field>
          <div className="gq-link-acts">
            {link !== null && (
              <Button
                size="small"
                onClick={() => {
                  setLink(null);
                  setOpen(false);
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
      </PopoverSurface>
    </Popover>
  );
}

/** `www.gov.cn` and `a@b.cn` are what people type; anything with a scheme is left as it is. */
function withScheme(address: string): string {
  const trimmed = address.trim();
  if (/^[a-z][a-z0-9+.-]*:/i.test(trimmed)) return trimmed;
  return trimmed.includes('@') ? `mailto:${trimmed}` : `https://${trimmed}`;
}
