import { Menu, MenuItemRadio, MenuList, MenuPopover, MenuTrigger, ToolbarButton } from '@fluentui/react-components';
import { ChevronDownRegular } from '@fluentui/react-icons';
import type { ReactElement } from 'react';
import type { EditorWords } from '#renderer/i18n/editor.ts';
import type { SelectionState } from '../document-editor-props.ts';
import { useEditorText } from '../use-editor-text.ts';

const styles: readonly { readonly block: SelectionState['block']; readonly words: keyof EditorWords }[] = [
  { block: 'paragraph', words: 'paragraph' },
  { block: 'heading-2', words: 'heading2' },
  { block: 'heading-3', words: 'heading3' },
  { block: 'heading-4', words: 'heading4' },
  { block: 'quote', words: 'quote' },
  { block: 'bullet', words: 'bulletList' },
  { block: 'number', words: 'numberList' },
];

interface BlockMenuProps {
  readonly block: SelectionState['block'];
  readonly disabled: boolean;
  readonly onBlock: (block: SelectionState['block']) => void;
}

/** Shows the kind of the block that holds the caret, and changes it. */
export function BlockMenu({ block, disabled, onBlock }: BlockMenuProps): ReactElement {
  const text = useEditorText();
  const current = styles.find((style) => style.block === block)?.words ?? 'other';
  return (
    <Menu checkedValues={{ block: [block] }}>
      <MenuTrigger disableButtonEnhancement>
        <ToolbarButton
          className="gq-tool gq-tool-style"
          aria-label={`${text('blockStyle')}：${text(current)}`}
          disabled={disabled}
          onMouseDown={(event) => event.preventDefault()}
        >
          <span className="gq-tool-style-words">{text(current)}</span>
          <ChevronDownRegular />
        </ToolbarButton>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {styles.map((style) => (
            <MenuItemRadio key={style.block} name="block" value={style.block} onClick={() => onBlock(style.block)}>
              {text(style.words)}
            </MenuItemRadio>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
