import {
  Button,
  Menu,
  MenuButton,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components';
import { FullScreenMaximize20Regular, PanelRight20Regular, TextBulletListTree20Regular } from '@fluentui/react-icons';
import { memo } from 'react';
import { FindingBadge } from '#renderer/features/checks/FindingBadge.tsx';
import { useText } from '#renderer/i18n/text.ts';
import { useDraftSession } from '#renderer/session/draft-session.ts';
import type { AppState } from '#shared/ipc/channels/app.ts';
import { changeShell, toggleFocusMode, toggleOutline, useShell } from './shell-state.ts';
import { setZoom, zoomSteps } from './zoom.ts';

interface ToolbarEndProps {
  readonly state: AppState;
  readonly wide: boolean;
}

/** What changes the view of the sheet and not the sheet: outline, focus mode, zoom, the folded side panel. */
export const ToolbarEnd = memo(function ToolbarEnd({ state, wide }: ToolbarEndProps) {
  const text = useText();
  const outlineOpen = useShell((shell) => shell.outlineOpen);
  const focusMode = useShell((shell) => shell.focusMode);
  const noDraft = useDraftSession((session) => session.opened === null);
  return (
    <span className="toolbar-end">
      <Button
        appearance="subtle"
        className="tool tool-icon"
        icon={<TextBulletListTree20Regular />}
        aria-label={text('outline.title')}
        aria-pressed={outlineOpen}
        disabled={noDraft}
        title={`${text('outline.title')}（Ctrl+Shift+O）`}
        onClick={toggleOutline}
      />
      <Button
        appearance="subtle"
        className="tool tool-icon"
        icon={<FullScreenMaximize20Regular />}
        aria-label={text('shell.focusMode')}
        aria-pressed={focusMode}
        disabled={noDraft && !focusMode}
        title={`${text('shell.focusMode')}（F11）`}
        onClick={toggleFocusMode}
      />
      <ZoomMenu state={state} />
      {!wide && <PanelToggle />}
    </span>
  );
});

function ZoomMenu({ state }: { readonly state: AppState }) {
  const text = useText();
  const zoom = state.settings.sheetZoom;
  return (
    <Menu
      checkedValues={{ zoom: [String(zoom)] }}
      onCheckedValueChange={(_event, { checkedItems }) => setZoom(Number(checkedItems[0] ?? 100))}
    >
      <MenuTrigger disableButtonEnhancement>
        <MenuButton appearance="subtle" className="toolbar-zoom numeric" aria-label={`${text('shell.zoom')}：${zoom}%`}>
          {zoom}%
        </MenuButton>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {zoomSteps.map((value) => (
            <MenuItemRadio key={value} name="zoom" value={String(value)}>
              {value}%
            </MenuItemRadio>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

function PanelToggle() {
  const text = useText();
  const open = useShell((shell) => shell.panelOpen);
  return (
    <Button
      appearance="subtle"
      className="tool"
      icon={<PanelRight20Regular />}
      aria-expanded={open}
      onClick={() => changeShell({ panelOpen: !open })}
    >
      <span className="visually-hidden">{text(open ? 'shell.closePanel' : 'shell.openPanel')}</span>
      <FindingBadge />
    </Button>
  );
}
