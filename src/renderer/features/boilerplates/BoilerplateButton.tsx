import { Button, Field, Input, Popover, PopoverSurface, PopoverTrigger } from '@fluentui/react-components';
import { TextQuote20Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import { useText } from '#renderer/i18n/text.ts';
import { draftSession } from '#renderer/session/draft-session.ts';
import { blanksOf, fillTemplate, makeBoilerplate, type BoilerplateTemplate } from '#shared/model/boilerplate.ts';
import type { BureauProfile } from '#shared/model/bureau-profile.ts';
import { boilerplateFields } from '#shared/model/draft.ts';
import './boilerplates.css';

/** Chooses a house-style text, asks for the blanks that the draft does not know, and sets it on the sheet. */
export function BoilerplateButton({
  profile,
  disabled,
}: {
  readonly profile: BureauProfile;
  readonly disabled: boolean;
}) {
  const text = useText();
  const [open, setOpen] = useState(false);
  return (
    <Popover open={open} onOpenChange={(_event, data) => setOpen(data.open)} positioning="below-start" trapFocus>
      <PopoverTrigger disableButtonEnhancement>
        <Button appearance="subtle" className="tool" icon={<TextQuote20Regular />} disabled={disabled}>
          {text('boilerplates.insert')}
        </Button>
      </PopoverTrigger>
      <PopoverSurface className="boilerplates" aria-label={text('boilerplates.title')}>
        <BoilerplatePicker profile={profile} onDone={() => setOpen(false)} />
      </PopoverSurface>
    </Popover>
  );
}

function BoilerplatePicker({ profile, onDone }: { readonly profile: BureauProfile; readonly onDone: () => void }) {
  const text = useText();
  const [wanted, setWanted] = useState('');
  const [chosen, setChosen] = useState<BoilerplateTemplate | null>(null);
  const { metadata } = draftSession();
  const known = metadata ? boilerplateFields(metadata, profile) : {};
  const found = profile.boilerplates.filter(({ title, category, template }) =>
    [title, category, template].some((words) => words.includes(wanted.trim())),
  );

  const insert = (template: BoilerplateTemplate, typed: Readonly<Record<string, string>>) => {
    draftSession().handle?.insertBoilerplate(makeBoilerplate(template, { ...known, ...typed }));
    onDone();
  };

  if (chosen) return <BlanksForm template={chosen} known={known} onInsert={(typed) => insert(chosen, typed)} />;
  return (
    <>
      <Input
        value={wanted}
        placeholder={text('boilerplates.search')}
        aria-label={text('boilerplates.search')}
        onChange={(_event, data) => setWanted(data.value)}
      />
      {found.length === 0 && <p className="dim">{text('boilerplates.none')}</p>}
      <ul className="boilerplate-list">
        {found.map((template) => (
          <li key={template.id}>
            <button
              type="button"
              onClick={() =>
                blanksOf(template.template).every((name) => known[name]) ? insert(template, {}) : setChosen(template)
              }
            >
              <strong>{template.title}</strong>
              <span className="faint">
                {template.category} · {text('boilerplates.version', { version: template.version })}
              </span>
              <span className="boilerplate-text dim">{fillTemplate(template.template, known)}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

interface BlanksFormProps {
  readonly template: BoilerplateTemplate;
  readonly known: Readonly<Record<string, string>>;
  readonly onInsert: (typed: Readonly<Record<string, string>>) => void;
}

function BlanksForm({ template, known, onInsert }: BlanksFormProps) {
  const text = useText();
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const blanks = blanksOf(template.template).filter((name) => !known[name]);
  return (
    <form
      className="boilerplate-form"
      onSubmit={(event) => {
        event.preventDefault();
        onInsert(typed);
      }}
    >
      <strong>{template.title}</strong>
      {blanks.map((name, index) => (
        <Field key={name} label={name}>
          <Input
            autoFocus={index === 0}
            value={typed[name] ?? ''}
            onChange={(_event, data) => setTyped({ ...typed, [name]: data.value })}
          />
        </Field>
      ))}
      <p className="boilerplate-preview">{fillTemplate(template.template, { ...known, ...typed })}</p>
      <Button type="submit" appearance="primary">
        {text('boilerplates.insertNow')}
      </Button>
    </form>
  );
}
