import {
  Menu,
  MenuDivider,
  MenuItem,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components';
import {
  AddRegular,
  ArrowDownRegular,
  ArrowUpRegular,
  CopyRegular,
  DeleteRegular,
  DocumentCopyRegular,
  TextTRegular,
} from '@fluentui/react-icons';
import { HISTORY_PUSH_TAG } from 'lexical';
import type { ReactElement } from 'react';
import type { EditorWords } from '#renderer/i18n/editor.ts';
import type { BlockKeys } from '../extensions/block-acts.ts';
import {
  $deleteBlocks,
  $duplicateBlocks,
  $insertBeside,
  $kindOf,
  $stepBlocks,
  $storedBlocks,
  $turnBlocks,
} from '../extensions/block-acts.ts';
import { copyBlocks } from '../extensions/copy-blocks.ts';
import { useViewTools } from '../node-views/view-tools.ts';
import { blockStyles } from '../toolbar/block-styles.ts';
import { useEditorText } from '../use-editor-text.ts';
import { bringIntoSight } from '../extensions/into-sight.ts';

interface BlockMenuProps {
  readonly blocks: BlockKeys;
  /** What the menu opens beside. */
  readonly target: HTMLElement | null;
  readonly onDone: () => void;
}

interface Line {
  readonly words: keyof EditorWords;
  readonly icon: ReactElement;
  readonly keys?: string;
  readonly $act: (blocks: BlockKeys) => void;
}

const moves: readonly Line[] = [
  {
    words: 'blockUp',
    icon: <ArrowUpRegular />,
    keys: 'Alt+Shift+↑',
    $act: (blocks) => void $stepBlocks(blocks, 'up'),
  },
  {
    words: 'blockDown',
    icon: <ArrowDownRegular />,
    keys: 'Alt+Shift+↓',
    $act: (blocks) => void $stepBlocks(blocks, 'down'),
  },
];
const additions: readonly Line[] = [
  { words: 'blockAbove', icon: <AddRegular />, $act: (blocks) => $insertBeside(blocks, 'before') },
  { words: 'blockBelow', icon: <AddRegular />, $act: (blocks) => $insertBeside(blocks, 'after') },
  { words: 'blockDuplicate', icon: <DocumentCopyRegular />, $act: $duplicateBlocks },
];

/** What can be done with blocks as wholes, each in one undo step. Afterwards the focus is in the words. */
export function BlockMenu({ blocks, target, onDone }: BlockMenuProps): ReactElement {
  const { editor, captionMark, creditMark } = useViewTools();
  const text = useEditorText();
  const kind = editor.read('latest', () => $kindOf(blocks));
  const backToWords = (): void => editor.getRootElement()?.focus({ preventScroll: true });
  const act = ($change: () => void): void => {
    backToWords();
    editor.update($change, { discrete: true, tag: HISTORY_PUSH_TAG });
    const [first] = blocks;
    if (first !== undefined) bringIntoSight(editor.getElementByKey(first));
  };
  const lineOf = ({ words, icon, keys, $act }: Line): ReactElement => (
    <MenuItem key={words} icon={icon} secondaryContent={keys ?? null} onClick={() => act(() => $act(blocks))}>
      {text(words)}
    </MenuItem>
  );
  return (
    <Menu
      open
      positioning={{ target, position: 'below', align: 'start', fallbackPositions: ['above-start', 'after'] }}
      checkedValues={{ block: [kind] }}
      onOpenChange={(_event, { open }) => {
        if (open) return;
        onDone();
        backToWords();
      }}
    >
      <MenuPopover onContextMenu={(event) => event.preventDefault()}>
        <MenuList aria-label={text('blockMenu')}>
          {kind !== 'other' && (
            <Menu checkedValues={{ block: [kind] }}>
              <MenuTrigger disableButtonEnhancement>
                <MenuItem icon={<TextTRegular />}>{text('blockTurn')}</MenuItem>
              </MenuTrigger>
              <MenuPopover>
                <MenuList>
                  {blockStyles.map((style) => (
                    <MenuItemRadio
                      key={style.block}
                      name="block"
                      value={style.block}
                      onClick={() => act(() => $turnBlocks(blocks, style.block))}
                    >
                      {text(style.words)}
                    </MenuItemRadio>
                  ))}
                </MenuList>
              </MenuPopover>
            </Menu>
          )}
          {moves.map(lineOf)}
          <MenuDivider />
          {additions.map(lineOf)}
          <MenuItem
            icon={<CopyRegular />}
            onClick={() => {
              backToWords();
              copyBlocks(
                editor.read('latest', () => $storedBlocks(blocks)),
                { captionMark, creditMark },
              );
            }}
          >
            {text('blockCopy')}
          </MenuItem>
          <MenuDivider />
          <MenuItem icon={<DeleteRegular />} onClick={() => act(() => $deleteBlocks(blocks))}>
            {text('blockDelete')}
          </MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
