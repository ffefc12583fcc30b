import {
  Menu,
  MenuDivider,
  MenuItem,
  MenuItemCheckbox,
  MenuList,
  MenuPopover,
  MenuTrigger,
  Portal,
  Toolbar,
  ToolbarButton,
  ToolbarDivider,
  Tooltip,
} from '@fluentui/react-components';
import {
  ColumnTripleRegular,
  DeleteRegular,
  RowTripleRegular,
  TableCellsMergeRegular,
  TableCellsSplitRegular,
} from '@fluentui/react-icons';
import type { LexicalEditor, NodeKey } from 'lexical';
import { COMMAND_PRIORITY_CRITICAL, HISTORY_PUSH_TAG, KEY_DOWN_COMMAND } from 'lexical';
import type { ReactElement } from 'react';
import { useEffect } from 'react';
import type { EditorWords } from '#renderer/i18n/editor.ts';
import type { TableAct } from '../document-editor-props.ts';
import type { TablePlace } from '../extensions/table-acts.ts';
import { $editTable, $tableState } from '../extensions/table-acts.ts';
import { $selectedUnit } from '../extensions/block-units.ts';
import { focusSheet } from '../focus-sheet.ts';
import type { Target } from '../overlays/place-beside.ts';
import { useFloating } from '../overlays/use-floating.ts';
import { useEditorText } from '../use-editor-text.ts';
import { useViewTools } from './view-tools.ts';
import { IconAct } from './IconAct.tsx';

interface Line {
  readonly name: keyof EditorWords;
  readonly icon: ReactElement;
  readonly acts: readonly (readonly [TableAct, keyof EditorWords])[];
  readonly header: readonly ['header-row' | 'header-column', keyof EditorWords];
  readonly remove: readonly [TableAct, keyof EditorWords];
}

const lines: readonly Line[] = [
  {
    name: 'tableRow',
    icon: <RowTripleRegular />,
    acts: [
      ['row-above', 'tableRowAbove'],
      ['row-below', 'tableRowBelow'],
    ],
    header: ['header-row', 'tableHeaderRow'],
    remove: ['delete-row', 'tableRowDelete'],
  },
  {
    name: 'tableColumn',
    icon: <ColumnTripleRegular />,
    acts: [
      ['column-left', 'tableColumnLeft'],
      ['column-right', 'tableColumnRight'],
    ],
    header: ['header-column', 'tableHeaderColumn'],
    remove: ['delete-column', 'tableColumnDelete'],
  },
];

/** Stands beside the table that holds the selection. Alt+F10 goes into it, also Tab from a table that is selected; Escape goes back. */
export function TableBar({ place }: { readonly place: TablePlace }): ReactElement | null {
  const tableKey = place.table;
  const text = useEditorText();
  const { editor } = useViewTools();
  const bar = useFloating<HTMLDivElement>(editor, () => rowOf(editor, tableKey), { side: 'right' });
  useEffect(
    () =>
      editor.registerCommand(
        KEY_DOWN_COMMAND,
        (event) => {
          if (event.isComposing || editor.isComposing()) return false;
          const isAsked = event.altKey && event.key === 'F10';
          const isTab = event.key === 'Tab' && !event.shiftKey && $selectedUnit()?.getKey() === tableKey;
          if (!isAsked && !isTab) return false;
          event.preventDefault();
          bar.current?.querySelector('button')?.focus();
          return true;
        },
        COMMAND_PRIORITY_CRITICAL,
      ),
    [editor, tableKey, bar],
  );
  const state = editor.read('latest', $tableState);
  if (state === null) return null;
  const act = (change: TableAct): void => {
    editor.update(() => $editTable(change), { discrete: true, tag: HISTORY_PUSH_TAG });
    focusSheet(editor);
  };
  const headers = [...(state.headerRow ? ['header-row'] : []), ...(state.headerColumn ? ['header-column'] : [])];
  return (
    <Portal>
      <div ref={bar} className="gq-floating gq-table-bar">
        <Toolbar
          vertical
          size="small"
          aria-label={text('tableTools')}
          onMouseDown={(event) => event.preventDefault()}
          onKeyDown={(event) => {
            if (event.key === 'Escape') focusSheet(editor);
          }}
        >
          {lines.map(({ name, icon, acts, header, remove }) => (
            <Menu key={name} checkedValues={{ headers }} positioning="after-top">
              <MenuTrigger disableButtonEnhancement>
                <Tooltip content={text(name)} relationship="label" positioning="before">
                  <ToolbarButton className="gq-tool" appearance="subtle" icon={icon} />
                </Tooltip>
              </MenuTrigger>
              <MenuPopover>
                <MenuList>
                  {acts.map(([change, words]) => (
                    <MenuItem key={change} onClick={() => act(change)}>
                      {text(words)}
                    </MenuItem>
                  ))}
                  <MenuItemCheckbox name="headers" value={header[0]} onClick={() => act(header[0])}>
                    {text(header[1])}
                  </MenuItemCheckbox>
                  <MenuDivider />
                  <MenuItem onClick={() => act(remove[0])}>{text(remove[1])}</MenuItem>
                </MenuList>
              </MenuPopover>
            </Menu>
          ))}
          <ToolbarDivider />
          <IconAct
            label={text('tableMerge')}
            icon={<TableCellsMergeRegular />}
            isOff={!state.canMerge}
            run={() => act('merge')}
          />
          <IconAct
            label={text('tableSplit')}
            icon={<TableCellsSplitRegular />}
            isOff={!state.canSplit}
            run={() => act('split')}
          />
          <ToolbarDivider />
          <IconAct label={text('tableDelete')} icon={<DeleteRegular />} isOff={false} run={() => act('delete-table')} />
        </Toolbar>
      </div>
    </Portal>
  );
}

/** The table with the room beside it: the tools stand in the margin of the sheet, on no words. */
function rowOf(editor: LexicalEditor, table: NodeKey): Target | null {
  const box = editor.getElementByKey(table)?.getBoundingClientRect();
  const column = editor.getRootElement()?.getBoundingClientRect();
  if (!box || !column) return null;
  const row = { left: box.left, top: box.top, right: column.right, bottom: box.bottom };
  return { first: row, last: row };
}
