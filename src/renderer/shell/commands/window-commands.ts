import { call } from '#renderer/api/desk-api.ts';
import { setAppState } from '#renderer/api/queries.ts';
import { showPictureTable } from '#renderer/features/media/picture-dialogs.ts';
import { draftActs } from '#renderer/session/draft-acts.ts';
import { draftSession } from '#renderer/session/draft-session.ts';
import { exportDrafts } from '#renderer/session/export-drafts.ts';
import { attempt } from '#renderer/session/report-error.ts';
import { openWindow } from '#renderer/session/this-window.ts';
import type { Theme } from '#shared/model/settings.ts';
import { changeShell, focusSearch, showTab } from '../shell-state.ts';
import type { Command } from './command.ts';
import { goToArea } from './next-area.ts';

function setTheme(theme: Theme): void {
  void attempt(async () => setAppState(await call('app:update-settings', { theme })), 'settings');
}

function openDraftId(): string | undefined {
  const summary = draftSession().opened?.summary;
  return summary?.trashedAt === null ? summary.id : undefined;
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
    id: 'new-window',
    words: 'windows.open',
    group: 'shortcuts.groupApp',
    keys: 'Ctrl Shift N',
    isWindowKey: true,
    aliases: ['window'],
    run: () => void attempt(() => openWindow(null)),
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
    id: 'next-area',
    words: 'shortcuts.nextArea',
    group: 'shortcuts.groupApp',
    keys: 'F6',
    isWindowKey: true,
    run: () => goToArea(1),
  },
  {
    id: 'last-area',
    words: 'shortcuts.lastArea',
    group: 'shortcuts.groupApp',
    keys: 'Shift F6',
    isWindowKey: true,
    run: () => goToArea(-1),
  },
  {
    id: 'export-draft',
    words: 'exchange.exportThis',
    group: 'shortcuts.groupApp',
    aliases: ['export'],
    isOff: () => openDraftId() === undefined,
    run: () => {
      const draftId = openDraftId();
      if (draftId !== undefined) void exportDrafts([draftId]);
    },
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
    id: 'health',
    words: 'health.title',
    group: 'shortcuts.groupApp',
    aliases: ['backup', '恢复', '修复'],
    run: () => changeShell({ dialog: 'health' }),
  },
  {
    id: 'picture-table',
    words: 'pictures.openTable',
    group: 'shortcuts.groupApp',
    aliases: ['图片表', 'pictures'],
    isOff: () => draftSession().opened === null,
    run: showPictureTable,
  },
  {
    id: 'checklist',
    words: 'checklist.title',
    group: 'shortcuts.groupApp',
    aliases: ['checklist', '发布', '清单', '巡检'],
    isOff: () => draftSession().opened === null,
    run: () => changeShell({ dialog: 'checklist' }),
  },
  {
    id: 'preview',
    words: 'preview.title',
    group: 'shortcuts.groupApp',
    keys: 'F9',
    isWindowKey: true,
    aliases: ['preview'],
    isOff: () => draftSession().opened === null,
    run: () => changeShell({ dialog: 'preview' }),
  },
  {
    id: 'audit',
    words: 'audit.title',
    group: 'shortcuts.groupApp',
    run: () => changeShell({ dialog: 'audit' }),
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
  { id: 'list-select', words: 'shortcuts.listSelect', group: 'shortcuts.groupList', keys: 'Ctrl Space' },
  { id: 'list-select-on', words: 'shortcuts.listSelectOn', group: 'shortcuts.groupList', keys: 'Shift ↑ ↓' },
  { id: 'list-select-all', words: 'shortcuts.listSelectAll', group: 'shortcuts.groupList', keys: 'Ctrl A' },
  { id: 'list-remove', words: 'shortcuts.listRemove', group: 'shortcuts.groupList', keys: 'Delete' },
  { id: 'list-menu', words: 'shortcuts.listMenu', group: 'shortcuts.groupList', keys: 'Shift F10' },
];
