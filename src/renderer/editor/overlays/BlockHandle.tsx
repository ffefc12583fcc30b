import { ReOrderDotsVerticalRegular } from '@fluentui/react-icons';
import { COMMAND_PRIORITY_CRITICAL, KEY_DOWN_COMMAND, mergeRegister } from 'lexical';
import type { ReactElement } from 'react';
import { useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react';
import type { BlockKeys } from '../extensions/block-acts.ts';
import { $blocksMeant, keysOf } from '../extensions/block-acts.ts';
import { figureAt, registerBlockDrag } from '../extensions/block-drag.ts';
import type { BlockHandle as Handle } from '../extensions/block-handle.ts';
import { createBlockHandle } from '../extensions/block-handle.ts';
import { $selectedBlocks } from '../extensions/move-blocks.ts';
import { useViewTools } from '../node-views/view-tools.ts';
import { useEditorText } from '../use-editor-text.ts';
import { BlockMenu } from './BlockMenu.tsx';

/**
 * The handle beside a block: dragged it moves the block, pressed it opens the block's menu, which Alt+Shift+M, Shift+F10
 * and the menu key open for the block that holds the caret. Placed without React; only the menu is drawn anew.
 */
export function BlockHandle({ line }: { readonly line: () => HTMLElement | null }): ReactElement {
  const { editor } = useViewTools();
  const text = useEditorText();
  const button = useRef<HTMLButtonElement>(null);
  const handle = useRef<Handle>(null);
  const [asked, setAsked] = useState<{ readonly blocks: BlockKeys; readonly beside: HTMLElement | null } | null>(null);
  const open = useEffectEvent((blocks: BlockKeys) => {
    const [first] = blocks;
    if (first === undefined) return;
    editor.getElementByKey(first)?.scrollIntoView({ block: 'nearest' });
    handle.current?.hold(first);
    setAsked({ blocks, beside: button.current });
  });
  const meant = useEffectEvent((): BlockKeys => {
    const block = handle.current?.block() ?? null;
    return block === null ? [] : editor.read('latest', () => $blocksMeant(block));
  });
  const lineNow = useEffectEvent(line);
  useLayoutEffect(() => {
    if (button.current === null) return undefined;
    const placed = createBlockHandle(editor, button.current);
    handle.current = placed;
    return mergeRegister(
      placed.dispose,
      registerBlockDrag(editor, {
        element: button.current,
        line: () => lineNow(),
        blocks: () => meant(),
        onDrag: (isDragging) => {
          const block = placed.block();
          if (isDragging && block !== null) placed.hold(block);
          else placed.letGo();
        },
      }),
      onPress(button.current, () => open(meant())),
      editor.registerRootListener((root) =>
        root === null
          ? undefined
          : registerBlockDrag(editor, {
              element: root,
              line: () => lineNow(),
              blocks: ({ target }) => figureAt(editor, target),
            }),
      ),
    );
  }, [editor]);
  useEffect(
    () =>
      editor.registerCommand(
        KEY_DOWN_COMMAND,
        (event) => {
          if (event.isComposing || editor.isComposing() || !asksForMenu(event)) return false;
          event.preventDefault();
          open(keysOf($selectedBlocks()));
          return true;
        },
        COMMAND_PRIORITY_CRITICAL,
      ),
    [editor],
  );
  return (
    <>
      <button
        ref={button}
        type="button"
        tabIndex={-1}
        className="gq-block-handle"
        aria-label={text('blockHandle')}
        title={text('blockHandle')}
        aria-haspopup="menu"
        aria-expanded={asked !== null}
      >
        <ReOrderDotsVerticalRegular />
      </button>
      {asked !== null && (
        <BlockMenu
          blocks={asked.blocks}
          target={asked.beside}
          onDone={() => {
            handle.current?.letGo();
            setAsked(null);
          }}
        />
      )}
    </>
  );
}

/** The caret and the focus stay where the person writes. */
function keepFocus(event: MouseEvent): void {
  event.preventDefault();
}

function onPress(button: HTMLElement, press: () => void): () => void {
  button.addEventListener('click', press);
  button.addEventListener('mousedown', keepFocus);
  return () => {
    button.removeEventListener('click', press);
    button.removeEventListener('mousedown', keepFocus);
  };
}

function asksForMenu(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey) return false;
  if (event.key === 'ContextMenu') return true;
  if (event.key === 'F10') return event.shiftKey && !event.altKey;
  return event.code === 'KeyM' && event.altKey && event.shiftKey;
}
