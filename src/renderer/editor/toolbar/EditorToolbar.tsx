import { Overflow, OverflowDivider, OverflowItem, Toolbar, ToolbarDivider } from '@fluentui/react-components';
import {
  ArrowRedoRegular,
  ArrowUndoRegular,
  ImageAddRegular,
  LineHorizontal1Regular,
  TableAddRegular,
  LinkRegular,
  TextBulletListLtrRegular,
  TextNumberListLtrRegular,
  TextQuoteRegular,
} from '@fluentui/react-icons';
import type { ReactElement, ReactNode } from 'react';
import { Fragment, useRef } from 'react';
import type { EditorHandle } from '../document-editor-props.ts';
import { pictureFileTypes } from '../node-views/PictureButton.tsx';
import { useEditorText } from '../use-editor-text.ts';
import { allowedFor, type ToolbarSelection } from './allowed.ts';
import { StyleMenu } from './StyleMenu.tsx';
import { formatActs } from './format-acts.tsx';
import { OverflowMenu } from './OverflowMenu.tsx';
import type { ToolbarAct } from './toolbar-act.ts';
import { TableButton } from './TableButton.tsx';
import { ToolButton } from './ToolButton.tsx';
import './toolbar.css';

export interface EditorToolbarProps {
  /** There is a sheet to act on. */
  readonly isReady: boolean;
  /** The sheet as it is when a tool is used: these are drawn late, and files are chosen at leisure. */
  readonly handle: () => EditorHandle | null;
  readonly selection: ToolbarSelection | null;
  readonly disabled: boolean;
  /** Named in the place of a style while the person writes outside the text. */
  readonly elsewhere?: string | undefined;
  /** The menu of boilerplates, which the features draw. */
  readonly children?: ReactNode;
}

/** The acts on the sheet's text. What does not fit goes into ⋯, tool by tool: first blocks, then formats, from the right. */
export function EditorToolbar(props: EditorToolbarProps): ReactElement {
  const { handle, selection } = props;
  const text = useEditorText();
  const files = useRef<HTMLInputElement>(null);
  const off = props.disabled || !props.isReady;
  const toggleBlock = (block: 'bullet' | 'number' | 'quote') => () =>
    handle()?.setBlock(selection?.block === block ? 'paragraph' : block);
  const allowed = allowedFor(selection);
  const noText = off || !allowed.words;
  const noBlocks = off || !allowed.blocks;
  const groups: readonly { readonly id: string; readonly acts: readonly ToolbarAct[] }[] = [
    {
      id: 'formats',
      acts: formatActs(['bold', 'italic', 'underline'], {
        toggle: (format) => handle()?.toggleFormat(format),
        selection,
        isOff: noText,
        text,
      }),
    },
    {
      id: 'blocks',
      acts: [
        {
          id: 'bullet',
          label: text('bulletList'),
          icon: <TextBulletListLtrRegular />,
          isOn: selection?.block === 'bullet',
          isOff: noBlocks,
          run: toggleBlock('bullet'),
        },
        {
          id: 'number',
          label: text('numberList'),
          icon: <TextNumberListLtrRegular />,
          isOn: selection?.block === 'number',
          isOff: noBlocks,
          run: toggleBlock('number'),
        },
        {
          id: 'quote',
          label: text('quote'),
          icon: <TextQuoteRegular />,
          isOn: selection?.block === 'quote',
          isOff: noBlocks,
          run: toggleBlock('quote'),
        },
        {
          id: 'rule',
          label: text('rule'),
          icon: <LineHorizontal1Regular />,
          isOff: off,
          run: () => handle()?.insertHorizontalRule(),
        },
      ],
    },
  ];
  const history: readonly ToolbarAct[] = [
    {
      id: 'undo',
      label: text('undo'),
      keys: 'Ctrl+Z',
      icon: <ArrowUndoRegular />,
      isOff: off || selection?.canUndo !== true,
      run: () => handle()?.undo(),
    },
    {
      id: 'redo',
      label: text('redo'),
      keys: 'Ctrl+Y',
      icon: <ArrowRedoRegular />,
      isOff: off || selection?.canRedo !== true,
      run: () => handle()?.redo(),
    },
  ];
  const link: ToolbarAct = {
    id: 'link',
    label: text('link'),
    keys: 'Ctrl+K',
    icon: <LinkRegular />,
    isOn: selection !== null && selection.link !== null,
    isOff: noText,
    run: () => handle()?.editLink(),
  };
  const picture: ToolbarAct = {
    id: 'picture',
    label: text('picture'),
    icon: <ImageAddRegular />,
    isOff: off,
    hasWords: true,
    run: () => files.current?.click(),
  };
  // Where there is no room for the sizes: three by three, which the tools of the table can change.
  const table: ToolbarAct = {
    id: 'table',
    label: text('tableInsert'),
    icon: <TableAddRegular />,
    isOff: off,
    run: () => handle()?.insertTable(3, 3, true),
  };
  const toConfirm: ToolbarAct = {
    id: 'to-confirm',
    label: `【${text('toConfirm')}】`,
    keys: 'Ctrl+Alt+H',
    hint: text('toConfirmHint'),
    isOff: noText,
    hasWords: true,
    run: () => handle()?.insertToConfirm(),
  };
  return (
    <>
      {/* It measures its tools once: those with the words of another language are others. */}
      <Overflow key={text('toolbar')} padding={8}>
        <Toolbar className="gq-toolbar" size="small" aria-label={text('toolbar')}>
          <Tools group="history" acts={history} priority={9} />
          <Divider group="history" />
          <Place id="style" group="style" priority={8}>
            <StyleMenu
              block={selection?.block ?? 'paragraph'}
              isCaption={selection !== null && selection.figureBlock !== null}
              elsewhere={props.elsewhere}
              disabled={noBlocks}
              onBlock={(block) => handle()?.setBlock(block)}
            />
          </Place>
          <Divider group="style" />
          {groups.map((group, index) => (
            <Fragment key={group.id}>
              <Tools group={group.id} acts={group.acts} priority={5 - index} />
              <Divider group={group.id} />
            </Fragment>
          ))}
          <Tools group="link" acts={[link]} priority={6} />
          <Divider group="link" />
          <Tools group="insert" acts={[picture]} priority={7} />
          <Place id="table" group="insert" priority={7}>
            <TableButton
              disabled={off}
              insertTable={(rows, columns, header) => handle()?.insertTable(rows, columns, header)}
            />
          </Place>
          {/* It has no line in ⋯, so it is the last to go. */}
          <Place id="boilerplate" group="insert" priority={10}>
            {props.children}
          </Place>
          <Tools group="insert" acts={[toConfirm]} priority={7} />
          <OverflowMenu groups={[history, ...groups.map(({ acts }) => acts), [link], [picture, table, toConfirm]]} />
        </Toolbar>
      </Overflow>
      <input
        ref={files}
        type="file"
        hidden
        multiple
        accept={pictureFileTypes}
        onChange={(event) => {
          const chosen = [...(event.currentTarget.files ?? [])];
          event.currentTarget.value = '';
          if (chosen.length > 0) handle()?.insertPictures(chosen);
        }}
      />
    </>
  );
}

/** A tool's place in the toolbar; what does not fit leaves it, the least important first. */
function Place(props: {
  readonly id: string;
  readonly group: string;
  readonly priority: number;
  readonly children: ReactNode;
}): ReactElement {
  return (
    <OverflowItem id={props.id} groupId={props.group} priority={props.priority}>
      <div className="gq-toolbar-place">{props.children}</div>
    </OverflowItem>
  );
}

function Tools(props: {
  readonly group: string;
  readonly acts: readonly ToolbarAct[];
  readonly priority: number;
}): ReactElement {
  return (
    <>
      {props.acts.map((act) => (
        <Place key={act.id} id={act.id} group={props.group} priority={props.priority}>
          <ToolButton act={act} />
        </Place>
      ))}
    </>
  );
}

/** Behind a group, as long as one of its tools is there. */
function Divider({ group }: { readonly group: string }): ReactElement {
  return (
    <OverflowDivider groupId={group}>
      <div className="gq-toolbar-place">
        <ToolbarDivider />
      </div>
    </OverflowDivider>
  );
}
