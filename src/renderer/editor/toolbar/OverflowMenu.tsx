import {
  Menu,
  MenuDivider,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  ToolbarButton,
  useOverflowMenu,
  useOverflowVisibility,
} from '@fluentui/react-components';
import { MoreHorizontalRegular } from '@fluentui/react-icons';
import type { ReactElement } from 'react';
import { Fragment } from 'react';
import { useEditorText } from '../use-editor-text.ts';
import type { ToolbarAct } from './toolbar-act.ts';

/** ⋯ with the tools for which there is no room, in their groups. */
export function OverflowMenu({ groups }: { readonly groups: readonly (readonly ToolbarAct[])[] }): ReactElement | null {
  const text = useEditorText();
  const { ref, isOverflowing } = useOverflowMenu<never>();
  const { itemVisibility } = useOverflowVisibility();
  if (!isOverflowing) return null;
  const hidden = groups
    .map((acts) => acts.filter(({ id }) => itemVisibility[id] === false))
    .filter((acts) => acts.length > 0);
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
          {hidden.map((acts, index) => (
            <Fragment key={acts[0]?.id}>
              {index > 0 && <MenuDivider />}
              {acts.map((act) => (
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
            </Fragment>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
