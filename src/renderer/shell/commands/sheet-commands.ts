import type { BlockKind, EditorHandle } from '#renderer/editor/document-editor-props.ts';
import { allowedFor, seenFromElsewhere } from '#renderer/editor/toolbar/allowed.ts';
import type { TextKey } from '#renderer/i18n/words.ts';
import { draftSession, lockOf } from '#renderer/session/draft-session.ts';
import type { TextFormat } from '#shared/document/schema.ts';
import type { Command } from './command.ts';

const group = 'shortcuts.groupSheet';

function isReadOnly(): boolean {
  const { opened, handle } = draftSession();
  return opened === null || handle === null || lockOf(opened.summary) !== undefined;
}

/** As the toolbar: off where the act means nothing for what is selected. */
function isOffFor(what: 'words' | 'blocks'): boolean {
  const { selection, writingIn } = draftSession();
  return (
    isReadOnly() || !allowedFor(selection && writingIn === 'headline' ? seenFromElsewhere(selection) : selection)[what]
  );
}

const act = ($run: (handle: EditorHandle) => void) => (): void => {
  const { handle } = draftSession();
  if (handle) $run(handle);
};

const format = (name: TextFormat, words: TextKey, keys?: string): Command => ({
  id: name,
  words,
  group,
  ...(keys === undefined ? {} : { keys }),
  isOff: () => isOffFor('words'),
  run: act((handle) => handle.toggleFormat(name)),
});

const style = (block: BlockKind, words: TextKey, aliases: readonly string[]): Command => ({
  id: block,
  words,
  group,
  aliases,
  isOff: () => isOffFor('blocks'),
  run: act((handle) => handle.setBlock(block)),
});

/** Acts on the words of the sheet. Their keys belong to the editor. */
export const sheetCommands: readonly Command[] = [
  {
    id: 'undo',
    words: 'shortcuts.undo',
    group,
    keys: 'Ctrl Z',
    isOff: () => isReadOnly() || draftSession().selection?.canUndo !== true,
    run: act((handle) => handle.undo()),
  },
  {
    id: 'redo',
    words: 'shortcuts.redo',
    group,
    keys: 'Ctrl Y',
    isOff: () => isReadOnly() || draftSession().selection?.canRedo !== true,
    run: act((handle) => handle.redo()),
  },
  format('bold', 'shortcuts.bold', 'Ctrl B'),
  format('italic', 'shortcuts.italic', 'Ctrl I'),
  format('underline', 'shortcuts.underline', 'Ctrl U'),
  format('superscript', 'commands.superscript'),
  format('subscript', 'commands.subscript'),
  style('paragraph', 'commands.paragraph', ['p']),
  style('heading-2', 'commands.heading2', ['h2']),
  style('heading-3', 'commands.heading3', ['h3']),
  style('heading-4', 'commands.heading4', ['h4']),
  style('bullet', 'commands.bullet', ['ul']),
  style('number', 'commands.number', ['ol']),
  style('quote', 'commands.quote', ['quote']),
  { id: 'quick-insert', words: 'shortcuts.quickInsert', group, keys: '/' },
  {
    id: 'link',
    words: 'shortcuts.editLink',
    group,
    keys: 'Ctrl K',
    aliases: ['url'],
    isOff: () => isOffFor('words'),
    run: act((handle) => handle.editLink()),
  },
  {
    id: 'to-confirm',
    words: 'commands.toConfirm',
    group,
    keys: 'Ctrl Alt H',
    isWindowKey: true,
    isOff: () => isOffFor('words'),
    run: act((handle) => handle.insertToConfirm()),
  },
  {
    id: 'table',
    words: 'commands.table',
    group,
    isOff: isReadOnly,
    run: act((handle) => handle.insertTable(3, 3, true)),
  },
  {
    id: 'rule',
    words: 'commands.rule',
    group,
    aliases: ['hr'],
    isOff: isReadOnly,
    run: act((handle) => handle.insertHorizontalRule()),
  },
  { id: 'move-block', words: 'shortcuts.moveBlock', group, keys: 'Alt Shift ↑ ↓' },
  { id: 'list-level', words: 'shortcuts.listLevel', group, keys: 'Tab / Shift Tab' },
  { id: 'block-menu', words: 'shortcuts.blockMenu', group, keys: 'Alt Shift M' },
  {
    id: 'next-to-confirm',
    words: 'shortcuts.nextToConfirm',
    group,
    keys: 'F8',
    isOff: () => draftSession().statistics.toConfirm === 0,
    run: act((handle) => handle.walkToConfirm('next')),
  },
  {
    id: 'last-to-confirm',
    words: 'shortcuts.lastToConfirm',
    group,
    keys: 'Shift F8',
    isOff: () => draftSession().statistics.toConfirm === 0,
    run: act((handle) => handle.walkToConfirm('last')),
  },
  { id: 'take-punctuation', words: 'shortcuts.takePunctuation', group, keys: 'Tab' },
  { id: 'to-toolbar', words: 'shortcuts.toToolbar', group, keys: 'Alt F10' },
  { id: 'into-body', words: 'shortcuts.intoBody', group, keys: 'Enter' },
  { id: 'leave-caption', words: 'shortcuts.leaveCaption', group, keys: 'Enter' },
  { id: 'select-picture', words: 'shortcuts.selectPicture', group, keys: 'Backspace' },
];
