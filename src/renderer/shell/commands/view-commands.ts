import { openFind, walk } from '#renderer/features/find/find-session.ts';
import { draftSession } from '#renderer/session/draft-session.ts';
import { commentOnSelection } from '../comment-on-selection.ts';
import { toggleFocusMode, toggleOutline, useShell } from '../shell-state.ts';
import { setZoom, stepZoom } from '../zoom.ts';
import type { Command } from './command.ts';

const group = 'shortcuts.groupSheet';
const isNoDraft = (): boolean => draftSession().opened === null;

/** Acts around the words of the sheet: finding, remarking, seeing. */
export const viewCommands: readonly Command[] = [
  {
    id: 'find',
    words: 'shortcuts.find',
    group,
    keys: 'Ctrl F',
    isWindowKey: true,
    isOff: isNoDraft,
    run: () => openFind('find'),
  },
  {
    id: 'replace',
    words: 'shortcuts.replace',
    group,
    keys: 'Ctrl H',
    isWindowKey: true,
    isOff: isNoDraft,
    run: () => openFind('replace'),
  },
  {
    id: 'find-next',
    words: 'shortcuts.findNext',
    group,
    keys: 'F3',
    isWindowKey: true,
    isOff: isNoDraft,
    run: () => walk(1),
  },
  {
    id: 'find-last',
    words: 'shortcuts.findLast',
    group,
    keys: 'Shift F3',
    isWindowKey: true,
    isOff: isNoDraft,
    run: () => walk(-1),
  },
  {
    id: 'comment',
    words: 'shortcuts.comment',
    group,
    keys: 'Ctrl Alt M',
    isWindowKey: true,
    isOff: isNoDraft,
    run: commentOnSelection,
  },
  {
    id: 'outline',
    words: 'shortcuts.outline',
    group,
    keys: 'Ctrl Shift O',
    isWindowKey: true,
    isOff: isNoDraft,
    run: toggleOutline,
  },
  { id: 'move-section', words: 'shortcuts.moveSection', group, keys: 'Alt Shift ↑ ↓' },
  { id: 'walk-changes', words: 'shortcuts.walkChanges', group, keys: 'F7 / Shift F7' },
  {
    id: 'focus-mode',
    words: 'shortcuts.focusMode',
    group,
    keys: 'F11',
    isWindowKey: true,
    isOff: () => isNoDraft() && !useShell.getState().focusMode,
    run: toggleFocusMode,
  },
  {
    id: 'zoom-in',
    words: 'shortcuts.zoomIn',
    group,
    keys: 'Ctrl +',
    isWindowKey: true,
    run: () => stepZoom('in'),
  },
  {
    id: 'zoom-out',
    words: 'shortcuts.zoomOut',
    group,
    keys: 'Ctrl −',
    isWindowKey: true,
    run: () => stepZoom('out'),
  },
  {
    id: 'zoom-back',
    words: 'shortcuts.zoomBack',
    group,
    keys: 'Ctrl 0',
    isWindowKey: true,
    run: () => setZoom(100),
  },
];
