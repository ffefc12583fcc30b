import type { TextKey } from '#renderer/i18n/words.ts';

/** Parts of the list of keys (F1), in its order. */
export const commandGroups = ['shortcuts.groupApp', 'shortcuts.groupList', 'shortcuts.groupSheet'] as const;
export type CommandGroup = (typeof commandGroups)[number];

/**
 * One act of the window. The list of keys (F1), the command palette and the window's own key handler are all read from the
 * one list of these, so that none of them can say what another does not do.
 */
export interface Command {
  readonly id: string;
  readonly words: TextKey;
  readonly group: CommandGroup;
  /** As people write them, parted by spaces: `Ctrl Shift F`. */
  readonly keys?: string;
  /** Whether the window itself listens for these keys; others belong to the sheet, to a list or a field. */
  readonly isWindowKey?: true;
  /** Other names under which it is looked for. */
  readonly aliases?: readonly string[];
  /** Left out where only a key in its place makes sense: Enter in a caption. */
  readonly run?: () => void;
  /** Whether it means nothing now. */
  readonly isOff?: () => boolean;
}

type Press = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** Signs that a keyboard gives with Shift or without, by what is written in `keys`. */
const signs: Readonly<Partial<Record<string, readonly string[]>>> = { '+': ['+', '='], '−': ['-', '_'] };

/** Whether a press is the one that `keys` describes. */
export function isPressed(keys: string, press: Press): boolean {
  const parts = keys.split(' ');
  const key = parts.at(-1) ?? '';
  const same = (modifier: string, isDown: boolean): boolean => parts.includes(modifier) === isDown;
  if (!same('Ctrl', press.ctrlKey || press.metaKey) || !same('Alt', press.altKey)) return false;
  const variants = signs[key];
  if (variants) return variants.includes(press.key);
  if (!same('Shift', press.shiftKey)) return false;
  // With Alt some keyboards give another letter.
  return press.altKey ? press.code === `Key${key}` : press.key.toLowerCase() === key.toLowerCase();
}
