import { Button, Input } from '@fluentui/react-components';
import { Dismiss16Regular, Search16Regular } from '@fluentui/react-icons';
import { useId, useRef, useState, type KeyboardEvent } from 'react';
import { useText } from '#renderer/i18n/text.ts';
import { takeQuery, typeQuery, useListState } from '#renderer/session/list-state.ts';
import { useComposedInput } from '#renderer/ui/use-composed-input.ts';
import type { BureauProfile } from '#shared/model/bureau-profile.ts';
import { completeQuery, withCompletion, type Completion } from '#shared/search/query/complete-query.ts';
import { CompletionList, optionId } from './Completions.tsx';
import { useOffers } from './use-offers.ts';
import './search.css';

export interface SearchFieldProps {
  readonly id: string;
  readonly profile: BureauProfile;
  /** The person begins to search: the results must be in sight. */
  readonly onBegin: () => void;
  /** To the first result: into it (Enter) or onto its line (arrow down). */
  readonly onResults: (act: 'open' | 'focus') => void;
}

/** Searches while somebody types, and offers fields and values of filters where they begin. */
export function SearchField({ id, profile, onBegin, onResults }: SearchFieldProps) {
  const text = useText();
  const listId = useId();
  const field = useRef<HTMLInputElement>(null);
  const typed = useListState((list) => list.typed);
  const [isOpen, setOpen] = useState(false);
  const [caret, setCaret] = useState(0);
  const [active, setActive] = useState(-1);
  const choices = useOffers(profile, isOpen);
  const change = (value: string) => {
    setCaret(field.current?.selectionStart ?? value.length);
    setActive(-1);
    setOpen(true);
    typeQuery(value);
  };
  const { isComposing, ...input } = useComposedInput(typed, change);
  const { span, offers } = completeQuery(typed, Math.min(caret, typed.length), choices);
  const isShown = isOpen && offers.length > 0;

  const take = (offer: Completion) => {
    const taken = withCompletion(typed, span, offer);
    takeQuery(taken.query);
    setActive(-1);
    setCaret(taken.caret);
    // Once the field has the words: a caret beyond them would not stay.
    requestAnimationFrame(() => field.current?.setSelectionRange(taken.caret, taken.caret));
  };
  const clear = () => {
    takeQuery('');
    setCaret(0);
    setOpen(false);
  };
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || isComposing()) return;
    const chosen = isShown ? offers[active] : undefined;
    const act = actOf(event.key, {
      isShown,
      isEmpty: typed === '',
      chosen: chosen !== undefined,
      count: offers.length,
    });
    if (!act) return;
    event.preventDefault();
    if (act === 'take' && chosen) take(chosen);
    else if (act === 'fold') setOpen(false);
    else if (act === 'clear') clear();
    else if (act === 'down' || act === 'up') setActive(round(active + (act === 'down' ? 1 : -1), offers.length));
    else if (act === 'first' && offers[0]) take(offers[0]);
    else if (act === 'open' || act === 'focus') {
      setOpen(false);
      takeQuery(typed);
      onResults(act);
    }
  };

  return (
    <search className="search">
      <Input
        {...input}
        id={id}
        className="search-field"
        size="small"
        type="search"
        input={{
          ref: field,
          role: 'combobox',
          spellCheck: false,
          'aria-expanded': isShown,
          'aria-controls': isShown ? listId : undefined,
          'aria-autocomplete': 'list',
          'aria-activedescendant': isShown && active >= 0 ? optionId(listId, active) : undefined,
        }}
        aria-label={text('search.label')}
        placeholder={text('search.label')}
        title={typed === '' ? text('search.placeholder') : undefined}
        contentBefore={<Search16Regular />}
        contentAfter={
          typed === '' ? (
            <kbd>Ctrl Shift F</kbd>
          ) : (
            <Button
              appearance="transparent"
              size="small"
              icon={<Dismiss16Regular />}
              aria-label={text('shell.clearSearch')}
              onClick={() => {
                clear();
                field.current?.focus();
              }}
            />
          )
        }
        onFocus={() => {
          onBegin();
          setCaret(field.current?.selectionStart ?? 0);
          setOpen(true);
        }}
        onBlur={() => setOpen(false)}
        onKeyDown={press}
        onSelect={() => setCaret(field.current?.selectionStart ?? 0)}
      />
      {isShown && <CompletionList id={listId} offers={offers} active={active} onTake={take} />}
    </search>
  );
}

type Act = 'take' | 'first' | 'fold' | 'clear' | 'down' | 'up' | 'open' | 'focus';

/** What a key does in the field; undefined for one that is typed. */
function actOf(
  key: string,
  field: { readonly isShown: boolean; readonly isEmpty: boolean; readonly chosen: boolean; readonly count: number },
): Act | undefined {
  const { isShown, isEmpty, chosen, count } = field;
  if (key === 'Escape') return isShown ? 'fold' : isEmpty ? undefined : 'clear';
  if (key === 'ArrowDown') return isShown ? 'down' : 'focus';
  if (key === 'ArrowUp') return isShown ? 'up' : undefined;
  if (key === 'Enter') return chosen ? 'take' : 'open';
  if (key === 'Tab' && isShown) return chosen ? 'take' : count === 1 ? 'first' : undefined;
  return undefined;
}

/** Round the ends, with a place (-1) where none is chosen. */
function round(index: number, count: number): number {
  return index >= count ? -1 : index < -1 ? count - 1 : index;
}
