import {
  Menu,
  MenuButton,
  MenuDivider,
  MenuGroup,
  MenuGroupHeader,
  MenuItem,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components';
import { call } from '#renderer/api/desk-api.ts';
import { setAppState, refreshDrafts } from '#renderer/api/queries.ts';
import { useText } from '#renderer/i18n/text.ts';
import { draftActs } from '#renderer/session/draft-acts.ts';
import { notify } from '#renderer/session/notices.ts';
import { attempt } from '#renderer/session/report-error.ts';
import type { AppState } from '#shared/ipc/channels/app.ts';
import type { Person } from '#shared/model/person.ts';
import { languages, type Settings } from '#shared/model/settings.ts';
import { changeShell } from './shell-state.ts';

const themes = [
  ['system', 'shell.themeSystem'],
  ['light', 'shell.themeLight'],
  ['dark', 'shell.themeDark'],
] as const;

async function update(change: Partial<Settings>): Promise<void> {
  const answer = await attempt(() => call('app:update-settings', change));
  if (answer) setAppState(answer);
}

export function PersonMenu({ state, person }: { readonly state: AppState; readonly person: Person }) {
  const text = useText();
  const roleName = (id: string) => state.profile.roles.find((role) => role.id === id)?.name ?? id;

  const switchTo = (personId: string) =>
    attempt(async () => {
      // What was typed belongs to the person who typed it.
      await draftActs().flush();
      const answer = await call('app:switch-person', { personId });
      setAppState(answer);
      await refreshDrafts();
      notify({
        intent: 'info',
        title: text('person.switched', { name: answer.person?.name ?? '' }),
        passing: true,
        topic: 'person',
      });
    });

  const change = (name: string, value: string) => {
    if (name === 'person' && value !== person.id) void switchTo(value);
    const theme = themes.find(([id]) => id === value)?.[0];
    if (name === 'theme' && theme) void update({ theme });
    const language = languages.find((id) => id === value);
    if (name === 'language' && language) void update({ language });
  };

  return (
    <Menu
      positioning="below-end"
      checkedValues={{ person: [person.id], theme: [state.settings.theme], language: [state.settings.language] }}
      onCheckedValueChange={(_event, data) => change(data.name, data.checkedItems[0] ?? '')}
    >
      <MenuTrigger disableButtonEnhancement>
        <MenuButton appearance="subtle" size="small" className="person">
          <span className="avatar" aria-hidden="true">
            {Array.from(person.name).at(-1)}
          </span>
          <span className="person-name">{person.name}</span>
          <span className="person-role dim">{roleName(person.role)}</span>
          <span className="visually-hidden">{text('shell.personMenu')}</span>
        </MenuButton>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuGroup>
            <MenuGroupHeader>{text('shell.switchPerson')}</MenuGroupHeader>
            {state.persons.map((entry) => (
              <MenuItemRadio key={entry.id} name="person" value={entry.id} secondaryContent={roleName(entry.role)}>
                {entry.name}
              </MenuItemRadio>
            ))}
            <MenuItem onClick={() => changeShell({ dialog: 'person' })}>{text('shell.addPerson')}</MenuItem>
          </MenuGroup>
          <MenuDivider />
          <MenuGroup>
            <MenuGroupHeader>{text('shell.theme')}</MenuGroupHeader>
            {themes.map(([id, key]) => (
              <MenuItemRadio key={id} name="theme" value={id}>
                {text(key)}
              </MenuItemRadio>
            ))}
          </MenuGroup>
          <MenuDivider />
          <MenuGroup>
            <MenuGroupHeader>{text('shell.language')}</MenuGroupHeader>
            {languages.map((id) => (
              <MenuItemRadio key={id} name="language" value={id}>
                {text(`languages.${id}`)}
              </MenuItemRadio>
            ))}
          </MenuGroup>
          <MenuDivider />
          <MenuItem onClick={() => changeShell({ dialog: 'health' })}>{text('health.open')}</MenuItem>
          <MenuItem onClick={() => changeShell({ dialog: 'settings' })}>{text('shell.settings')}</MenuItem>
          <MenuItem onClick={() => changeShell({ dialog: 'audit' })}>{text('audit.open')}</MenuItem>
          <MenuItem secondaryContent="F1" onClick={() => changeShell({ dialog: 'shortcuts' })}>
            {text('shell.shortcuts')}
          </MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
