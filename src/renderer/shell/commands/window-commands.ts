import { call } from '#renderer/api/desk-api.ts';
import { setAppState } from '#renderer/api/queries.ts';
import { openFind, walk } from '#renderer/features/find/find-session.ts';
import { draftActs } from '#renderer/session/draft-acts.ts';
import { draftSession } from '#renderer/session/draft-session.ts';
import { attempt } from '#renderer/session/report-error.ts';
import { focusNotice } from '#renderer/ui/NoticeList.tsx';
import type { Theme } from '#shared/model/settings.ts';
import { commentOnSelection } from '../comment-on-selection.ts';
import { changeShell, focusSearch, showTab, toggleFocusMode, toggleOutline } from '../shell-state.ts';
import { setZoom, stepZoom } from '../zoom.ts';
import type { Command } from './command.ts';

const isNoDraft = (): boolean => draftSession().opened === null;

function setTheme(theme: Theme): void {
  void attempt(async () => setAppState(await call('app:update-settings', { theme })), 'settings');
}

/** Acts on the window and on the draft as a whole. */
export const windowCommands: readonly Command[] = [
  {
    id: 'new-draft',
    words: 'shortcuts.newDraft',
    group: 'shortcuts.groupApp',
    keys: 'Ctrl N',
    isWindowKey: true,
    aliases: ['new'],
    run: () => void attempt(() => draftActs().create()),
  },
  {
    id: 'keep-revision',
    words: 'shortcuts.keepRevision',
    group: 'shortcuts.groupApp',
    keys: 'Ctrl S',
    isWindowKey: true,
    aliases: ['save'],
    run: () => void attempt(() => draftActs().keepRevision()),
  },
  {
    id: 'search',
    words: 'shortcuts.search',
    group: 'shortcuts.groupApp',
    keys: 'Ctrl Shift F',
    isWindowKey: true,
    run: focusSearch,
  },
  {
    id: 'commands',
    words: 'commands.open',
    group: 'shortcuts.groupApp',
    keys: 'Ctrl Shift P',
    isWindowKey: true,
    run: () => changeShell({ dialog: 'commands' }),
  },
  {
    id: 'help',
    words: 'shortcuts.help',
    group: 'shortcuts.groupApp',
    keys: 'F1',
    isWindowKey: true,
    aliases: ['help', 'F1'],
    run: () => changeShell({ dialog: 'shortcuts' }),
  },
  {
    id: 'to-notice',
    words: 'shortcuts.toNotice',
    group: 'shortcuts.groupApp',
    keys: 'F6',
    isWindowKey: true,
    run: focusNotice,
  },
  { id: 'escape', words: 'shortcuts.escape', group: 'shortcuts.groupApp', keys: 'Esc' },
  { id: 'panel-tab', words: 'shortcuts.panelTab', group: 'shortcuts.groupApp', keys: '← →' },
  {
    id: 'settings',
    words: 'commands.settings',
    group: 'shortcuts.groupApp',
    aliases: ['settings'],
    run: () => changeShell({ dialog: 'settings' }),
  },
  {
    id: 'add-person',
    words: 'commands.addPerson',
    group: 'shortcuts.groupApp',
    run: () => changeShell({ dialog: 'person' }),
  },
  { id: 'theme-light', words: 'commands.themeLight', group: 'shortcuts.groupApp', run: () => setTheme('light') },
  { id: 'theme-dark', words: 'commands.themeDark', group: 'shortcuts.groupApp', run: () => setTheme('dark') },
  { id: 'theme-system', words: 'commands.themeSystem', group: 'shortcuts.groupApp', run: () => setTheme('system') },
  { id: 'tab-info', words: 'commands.tabInfo', group: 'shortcuts.groupApp', run: () => showTab('info') },
  { id: 'tab-checks', words: 'status.openChecks', group: 'shortcuts.groupApp', run: () => showTab('checks') },
  { id: 'tab-comments', words: 'commands.tabComments', group: 'shortcuts.groupApp', run: () => showTab('comments') },
  { id: 'tab-history', words: 'commands.tabHistory', group: 'shortcuts.groupApp', run: () => showTab('history') },
  { id: 'tab-pictures', words: 'commands.tabPictures', group: 'shortcuts.groupApp', run: () => showTab('pictures') },
  { id: 'list-move', words: 'shortcuts.listMove', group: 'shortcuts.groupList', keys: '↑ ↓' },
  { id: 'list-open', words: 'shortcuts.listOpen', group: 'shortcuts.groupList', keys: 'Enter' },
  { id: 'list-menu', words: 'shortcuts.listMenu', group: 'shortcuts.groupList', keys: 'Shift F10' },
  {
    id: 'find',
    words: 'shortcuts.find',
    group: 'shortcuts.groupSheet',
    keys: 'Ctrl F',
    isWindowKey: true,
    isOff: isNoDraft,
    run: () => openFind('find'),
  },
  {
    id: 'replace',
    words: 'shortcuts.replace',
    group: 'shortcuts.groupSheet',
    keys: 'Ctrl H',
    isWindowKey: true,
    isOff: isNoDraft,
    run: () => openFind('replace'),
  },
  {
    id: 'find-next',
    words: 'shortcuts.findNext',
    group: 'shortcuts.groupSheet',
    keys: 'F3',
    isWindowKey: true,
    isOff: isNoDraft,
    run: () => walk(1),
  },
  {
    id: 'find-last',
    words: 'shortcuts.findLast',
    group: 'shortcuts.groupSheet',
    keys: 'Shift F3',
    isWindowKey: true,
    isOff: isNoDraft,
    run: () => walk(-1),
  },
  {
    id: 'comment',
    words: 'shortcuts.comment',
    group: 'shortcuts.groupSheet',
    keys: 'Ctrl Alt M',
    isWindowKey: true,
    isOff: isNoDraft,
    run: commentOnSelection,
  },
  {
    id: 'outline',
    words: 'shortcuts.outline',
    group: 'shortcuts.groupSheet',
    keys: 'Ctrl Shift O',
    isWindowKey: true,
    isOff: isNoDraft,
    run: toggleOutline,
  },
  { id: 'move-section', words: 'shortcuts.moveSection', group: 'shortcuts.groupSheet', keys: 'Alt Shift ↑ ↓' },
  {
    id: 'focus-mode',
    words: 'shortcuts.focusMode',
    group: 'shortcuts.groupSheet',
    keys: 'F11',
    isWindowKey: true,
    run: toggleFocusMode,
  },
  {
    id: 'zoom-in',
    words: 'shortcuts.zoomIn',
    group: 'shortcuts.groupSheet',
    keys: 'Ctrl +',
    isWindowKey: true,
    run: () => stepZoom('in'),
  },
  {
    id: 'zoom-out',
    words: 'shortcuts.zoomOut',
    group: 'shortcuts.groupSheet',
    keys: 'Ctrl −',
    isWindowKey: true,
    run: () => stepZoom('out'),
  },
  {
    id: 'zoom-back',
    words: 'shortcuts.zoomBack',
    group: 'shortcuts.groupSheet',
    keys: 'Ctrl 0',
    isWindowKey: true,
    run: () => setZoom(100),
  },
];
