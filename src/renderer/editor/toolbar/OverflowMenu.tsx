import {
  Menu,
  MenuDivider,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  ToolbarButton,
  useIsOverflowGroupVisible,
  useOverflowMenu,
} from '@fluentui/react-components';
import { MoreHorizontalRegular } from '@fluentui/react-icons';
import type { ReactElement } from 'react';
import { useEditorText } from '../use-editor-text.ts';
import type { ToolbarAct } from './toolbar-act.ts';

interface ActGroup {
  readonly id: string;
  readonly acts: readonly ToolbarAct[];
}

/** ⋯ with the groups for which there is no room. */
export function OverflowMenu({ groups }: { readonly groups: readonly ActGroup[] }): ReactElement | null {
  const text = useEditorText();
  const { ref, isOverflowing } = useOverflowMenu<never>();
  if (!isOverflowing) return null;
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <ToolbarButton
          ref={ref}
          className="gq-tool"
          aria-label={text('more')}
          icon={<MoreHorizontalRegular />}
          onMouseDown={(event) => event.preventDefault()}
        />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {groups.map((group) => (
            <HiddenGroup key={group.id} group={group} />
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

function HiddenGroup({ group }: { readonly group: ActGroup }): ReactElement | null {
  if (useIsOverflowGroupVisible(group.id) === 'visible') return null;
  return (
    <>
      {group.acts.map((act) => (
        <MenuItem
          key={act.id}
          icon={act.icon ?? null}
          disabled={act.isOff}
          secondaryContent={act.keys ?? null}
          onClick={act.run}
        >
          {act.label}
        </MenuItem>
      ))}
      <MenuDivider />
    </>
  );
}
