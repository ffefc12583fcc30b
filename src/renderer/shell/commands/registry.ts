import type { Command } from './command.ts';
import { sheetCommands } from './sheet-commands.ts';
import { viewCommands } from './view-commands.ts';
import { windowCommands } from './window-commands.ts';

/** Every act of the window and every key that does something. */
export const commands: readonly Command[] = [...windowCommands, ...sheetCommands, ...viewCommands];

/** Those that can be chosen by name, what means nothing now left out. */
export function runnableNow(): readonly (Command & Required<Pick<Command, 'run'>>)[] {
  return commands.flatMap((command) => {
    const { run, isOff } = command;
    return run === undefined || isOff?.() === true || command.id === 'commands' ? [] : [{ ...command, run }];
  });
}
