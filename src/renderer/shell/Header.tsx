import { Button } from '@fluentui/react-components';
import { SearchField } from '#renderer/features/search/SearchField.tsx';
import { useText } from '#renderer/i18n/text.ts';
import type { AppState } from '#shared/ipc/channels/app.ts';
import type { Person } from '#shared/model/person.ts';
import { PersonMenu } from './PersonMenu.tsx';
import { changeShell, searchFieldId, toResults } from './shell-state.ts';

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
      <SearchField
        id={searchFieldId}
        profile={state.profile}
        onBegin={() => changeShell({ listOpen: true })}
        onResults={toResults}
      />
      <Button
        className="header-help"
        appearance="subtle"
        size="small"
        onClick={() => changeShell({ dialog: 'commands' })}
      >
        {text('commands.title')}
        <kbd>Ctrl Shift P</kbd>
      </Button>
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
