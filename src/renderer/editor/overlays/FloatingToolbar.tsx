import { Toolbar, ToolbarDivider } from '@fluentui/react-components';
import { CommentAddRegular, HistoryRegular, LinkRegular } from '@fluentui/react-icons';
import type { LexicalEditor } from 'lexical';
import { COMMAND_PRIORITY_HIGH, FORMAT_TEXT_COMMAND, HISTORY_PUSH_TAG, KEY_DOWN_COMMAND } from 'lexical';
import type { ReactElement } from 'react';
import { useEffect, useState, useSyncExternalStore } from 'react';
import type { TextFormat } from '#shared/document/schema.ts';
import type { SelectionState, WritingOptions } from '../document-editor-props.ts';
import { EDIT_LINK_COMMAND } from '../extensions/links.ts';
import type { SelectionStore } from '../extensions/selection-store.ts';
import { $insertToConfirm } from '../extensions/to-confirm.ts';
import { formatActs } from '../toolbar/format-acts.tsx';
import type { ToolbarAct } from '../toolbar/toolbar-act.ts';
import { ToolButton } from '../toolbar/ToolButton.tsx';
import { useEditorText } from '../use-editor-text.ts';
import { Floating } from './Floating.tsx';
import type { Placing, Target } from './place-beside.ts';
import { selectedRange } from './selected-range.ts';
import { useFocusNear } from './use-focus-near.ts';
import { wordsAtRest } from './words-at-rest.ts';

interface FloatingToolbarProps {
  readonly editor: LexicalEditor;
  readonly selections: SelectionStore;
  readonly options: WritingOptions;
}

const overWords: Placing = { side: 'above', align: 'centre', mayCover: false };

/** The acts on selected words, above or below them and never on them. Alt+F10 goes there (or to the fixed toolbar), Escape back. */
export function FloatingToolbar({ editor, selections, options }: FloatingToolbarProps): ReactElement | null {
  const [words] = useState(() => wordsAtRest(editor, selections));
  const selection = useSyncExternalStore(words.subscribe, words.current);
  const isNear = useFocusNear(editor);
  useEffect(
    () =>
      editor.registerCommand(
        KEY_DOWN_COMMAND,
        (event) => {
          if (event.key !== 'F10' || !event.altKey || event.isComposing || editor.isComposing()) return false;
          event.preventDefault();
          const bar = ['.gq-float-bar', '.gq-toolbar']
            .map((name) => firstButton(name))
            .find((button) => button !== null);
          bar?.focus();
          return true;
        },
        COMMAND_PRIORITY_HIGH,
      ),
    [editor],
  );
  if (selection === null || !isNear) return null;
  return <Bar editor={editor} selection={selection} options={options} />;
}

function Bar(props: {
  readonly editor: LexicalEditor;
  readonly selection: SelectionState;
  readonly options: WritingOptions;
}): ReactElement {
  const { editor, selection, options } = props;
  const text = useEditorText();
  const formats = formatActs(['bold', 'italic', 'underline', 'superscript', 'subscript'], {
    toggle: (format) => toggle(editor, format),
    selection,
    isOff: false,
    text,
  });
  const { comment, trace } = options;
  const others: readonly ToolbarAct[] = [
    {
      id: 'link',
      label: text('link'),
      keys: 'Ctrl+K',
      icon: <LinkRegular />,
      isOn: selection.link !== null,
      isOff: false,
      run: () => editor.dispatchCommand(EDIT_LINK_COMMAND, undefined),
    },
    {
      id: 'to-confirm',
      label: `【${text('toConfirm')}】`,
      hint: text('toConfirmHint'),
      isOff: false,
      hasWords: true,
      run: () => editor.update($insertToConfirm, { tag: HISTORY_PUSH_TAG }),
    },
    ...(comment
      ? [{ id: 'comment', label: text('comment'), icon: <CommentAddRegular />, isOff: false, run: () => comment() }]
      : []),
    ...(trace
      ? [{ id: 'trace', label: text('trace'), icon: <HistoryRegular />, isOff: false, run: () => trace() }]
      : []),
  ];
  return (
    <Floating
      editor={editor}
      target={() => selectedWords(editor)}
      placing={overWords}
      className="gq-float-bar"
      onEscape={() => editor.getRootElement()?.focus({ preventScroll: true })}
    >
      <Toolbar size="small" aria-label={text('floatingToolbar')}>
        {formats.map((act) => (
          <ToolButton key={act.id} act={act} />
        ))}
        <ToolbarDivider />
        {others.map((act) => (
          <ToolButton key={act.id} act={act} />
        ))}
      </Toolbar>
    </Floating>
  );
}

/** Lexical gives the focus to the words with the change; who works by keys wants to go on in the toolbar. */
function toggle(editor: LexicalEditor, format: TextFormat): void {
  const focused = document.activeElement;
  editor.update(() => void editor.dispatchCommand(FORMAT_TEXT_COMMAND, format), { discrete: true });
  if (focused instanceof HTMLElement && focused.closest('.gq-float-bar') !== null) focused.focus();
}

function firstButton(bar: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(`${bar} button:not(:disabled)`);
}

/** The box of all selected words; null when the page's selection is elsewhere. */
function selectedWords(editor: LexicalEditor): Target | null {
  const box = selectedRange(editor)?.getBoundingClientRect();
  return box ? { first: box, last: box } : null;
}
