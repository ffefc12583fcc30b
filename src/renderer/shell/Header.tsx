import { Button, Input } from '@fluentui/react-components';
import { Dismiss16Regular, Search16Regular } from '@fluentui/react-icons';
import { useEffect, useState } from 'react';
import { useText } from '#renderer/i18n/text.ts';
import { changeList, useListState } from '#renderer/session/list-state.ts';
import type { AppState } from '#shared/ipc/channels/app.ts';
import type { Person } from '#shared/model/person.ts';
import { PersonMenu } from './PersonMenu.tsx';
import { changeShell, searchFieldId } from './shell-state.ts';

/** Milliseconds of rest before a search is asked for. */
const searchRest = 150;

export function Header({ state, person }: { readonly state: AppState; readonly person: Person }) {
  const text = useText();
  return (
    <header className="header">
      <span className="logo" aria-hidden="true">
        签
      </span>
      <h1 className="header-name">{text('shell.name')}</h1>
      <span className="header-bureau dim" title={state.profile.bureau.name}>
        {state.profile.bureau.name}
      </span>
      <SearchField />
      <Button
        className="header-help"
        appearance="subtle"
        size="small"
        onClick={() => changeShell({ dialog: 'shortcuts' })}
      >
        {text('shell.help')}
        <kbd>F1</kbd>
      </Button>
      <PersonMenu state={state} person={person} />
    </header>
  );
}

function SearchField() {
  const text = useText();
  const query = useListState((list) => list.query);
  const [typed, setTyped] = useState(query);

  useEffect(() => {
    const timer = setTimeout(() => changeList({ query: typed.trim().slice(0, 200) }), searchRest);
    return () => clearTimeout(timer);
  }, [typed]);

  return (
    <Input
      id={searchFieldId}
      className="search"
      size="small"
      type="search"
      value={typed}
      aria-label={text('shell.searchDrafts')}
      placeholder={text('shell.searchDrafts')}
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
            onClick={() => setTyped('')}
          />
        )
      }
      onFocus={() => changeShell({ listOpen: true })}
      onKeyDown={(event) => {
        if (event.key === 'Escape') setTyped('');
      }}
      onChange={(_event, data) => setTyped(data.value)}
    />
  );
}
