import { Button, Field, Input, Popover, PopoverSurface, PopoverTrigger } from '@fluentui/react-components';
import { TextQuote20Regular } from '@fluentui/react-icons';
import { useMemo, useState, type KeyboardEvent } from 'react';
import { matchEntries } from '#renderer/editor/quick-insert/match-entries.ts';
import { usePinyin } from '#renderer/editor/quick-insert/use-pinyin.ts';
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
  const found = useFound(profile.boilerplates, wanted);

  const insert = (template: BoilerplateTemplate, typed: Readonly<Record<string, string>>) => {
    const { handle } = draftSession();
    handle?.insertBoilerplate(makeBoilerplate(template, { ...known, ...typed }));
    // Before the popover goes, or it would give the focus back to its button.
    handle?.focus();
    onDone();
  };

  const choose = (template: BoilerplateTemplate) =>
    blanksOf(template.template).every((name) => known[name]) ? insert(template, {}) : setChosen(template);

  if (chosen) return <BlanksForm template={chosen} known={known} onInsert={(typed) => insert(chosen, typed)} />;
  return (
    <div className="boilerplate-picker" onKeyDown={walkLines}>
      <Input
        value={wanted}
        placeholder={text('boilerplates.search')}
        aria-label={text('boilerplates.search')}
        onChange={(_event, data) => setWanted(data.value)}
        onKeyDown={(event) => {
          const [first] = found;
          if (event.key !== 'Enter' || event.nativeEvent.isComposing || !first) return;
          event.preventDefault();
          choose(first);
        }}
      />
      {found.length === 0 && <p className="dim">{text('boilerplates.none')}</p>}
      <ul className="boilerplate-list">
        {found.map((template) => (
          <li key={template.id}>
            <button type="button" onClick={() => choose(template)}>
              <strong>{template.title}</strong>
              <span className="faint">
                {template.category} · {text('boilerplates.version', { version: template.version })}
              </span>
              <span className="boilerplate-text dim">{fillTemplate(template.template, known)}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** By the name in Chinese, pinyin or initials, as in the quick insert; then by words of the category and the text. */
function useFound(templates: readonly BoilerplateTemplate[], wanted: string): readonly BoilerplateTemplate[] {
  const said = usePinyin(
    useMemo(() => templates.map(({ title }) => title), [templates]),
    true,
  );
  const words = wanted.trim();
  if (words === '') return templates;
  const entries = templates.map((template) => {
    const label = template.title;
    return { template, label, pinyin: said.get(label) ?? [], aliases: [] };
  });
  const byName = matchEntries(words, entries).map(({ template }) => template);
  const byText = templates.filter(({ category, template }) =>
    [category, template].some((text) => text.includes(words)),
  );
  return [...new Set([...byName, ...byText])];
}

/** ↓ and ↑ go from the field through the texts that were found. */
function walkLines(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined || event.nativeEvent.isComposing) return;
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>('input, li button')];
  const next = stops[stops.findIndex((stop) => stop === document.activeElement) + step];
  event.preventDefault();
  next?.focus();
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
