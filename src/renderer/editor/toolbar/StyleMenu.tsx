import { Menu, MenuItemRadio, MenuList, MenuPopover, MenuTrigger, ToolbarButton } from '@fluentui/react-components';
import { ChevronDownRegular } from '@fluentui/react-icons';
import type { ReactElement } from 'react';
import type { BlockKind, SelectionState } from '../document-editor-props.ts';
import { useEditorText } from '../use-editor-text.ts';
import { blockStyles } from './block-styles.ts';

interface StyleMenuProps {
  readonly block: SelectionState['block'];
  /** Whether the caret stands in a caption. */
  readonly isCaption: boolean;
  /** What is written where no block is: the headline. */
  readonly elsewhere: string | undefined;
  readonly disabled: boolean;
  readonly onBlock: (block: BlockKind) => void;
}

/** Shows the kind of the block that holds the caret, and changes it. */
export function StyleMenu({ block, isCaption, elsewhere, disabled, onBlock }: StyleMenuProps): ReactElement {
  const text = useEditorText();
  const other = block === 'mixed' ? 'mixedStyles' : isCaption ? 'other' : 'noStyle';
  const current = elsewhere ?? text(blockStyles.find((style) => style.block === block)?.words ?? other);
  return (
    <Menu checkedValues={{ block: [block] }}>
      <MenuTrigger disableButtonEnhancement>
        <ToolbarButton
          className="gq-tool gq-tool-style"
          aria-label={`${text('blockStyle')}：${current}`}
          disabled={disabled}
          onMouseDown={(event) => event.preventDefault()}
        >
          <span className="gq-tool-style-words">{current}</span>
          <ChevronDownRegular />
        </ToolbarButton>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {blockStyles.map((style) => (
            <MenuItemRadio key={style.block} name="block" value={style.block} onClick={() => onBlock(style.block)}>
              {text(style.words)}
            </MenuItemRadio>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
