import { useEffect } from 'react';
import { untrashLast } from '#renderer/features/drafts/trash.ts';
import { closeFind } from '#renderer/features/find/find-session.ts';
import { useFind } from '#renderer/features/find/find-state.ts';
import { attempt } from '#renderer/session/report-error.ts';
import { historyKey } from '#renderer/ui/history-keys.ts';
import { isPressed, type Command } from './commands/command.ts';
import { commands } from './commands/registry.ts';
import { changeShell, toggleFocusMode, useShell } from './shell-state.ts';

/** The keys that work everywhere in the window. Those of the sheet belong to the editor. */
export function useShortcuts(): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.isComposing) return;
      const act = actOf(event);
      if (!act) return;
      event.preventDefault();
      act();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
}

function actOf(event: KeyboardEvent): (() => unknown) | undefined {
  if (event.key === 'Escape' && !event.defaultPrevented) return escape();
  const command = commands.find(
    ({ keys, isWindowKey }) => isWindowKey === true && keys !== undefined && isPressed(keys, event),
  );
  // The browser's own answer to the key would be wrong also where ours means nothing now.
  return command ? runOf(command) : historyAct(event);
}

function runOf(command: Command | undefined): () => unknown {
  return () => command?.isOff?.() !== true && command?.run?.();
}

/**
 * Undo and redo from what is no field: the browser's own would change the field that was written in last, wherever that is.
 * Beside the words it is the last step of the sheet, in the list of drafts the last move to the trash, and elsewhere nothing.
 */
function historyAct(event: KeyboardEvent): (() => unknown) | undefined {
  const { target, defaultPrevented } = event;
  const id = defaultPrevented ? undefined : historyKey(event);
  if (id === undefined || !(target instanceof HTMLElement)) return undefined;
  if (target.isContentEditable || target.matches(textFields)) return undefined;
  if (target === document.body || target.closest('.sheet-area, .panel')) {
    return runOf(commands.find((command) => command.id === id));
  }
  return () => id === 'undo' && target.closest('.draft-list') !== null && attempt(untrashLast);
}

const textFields = 'textarea, input:not([type="checkbox"], [type="radio"], [type="range"], [type="file"])';

/** What lies on top goes first. */
function escape(): (() => void) | undefined {
  if (useFind.getState().mode !== 'closed') return closeFind;
  const { listOpen, panelOpen, focusMode } = useShell.getState();
  if (listOpen || panelOpen) return () => changeShell({ listOpen: false, panelOpen: false });
  return focusMode ? toggleFocusMode : undefined;
}
