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
import { seenFromElsewhere } from '#renderer/editor/toolbar/allowed.ts';
import { EditorToolbar } from '#renderer/editor/toolbar/EditorToolbar.tsx';
import { BoilerplateButton } from '#renderer/features/boilerplates/BoilerplateButton.tsx';
import { useText } from '#renderer/i18n/text.ts';
import { useDraftSession } from '#renderer/session/draft-session.ts';
import type { AppState } from '#shared/ipc/channels/app.ts';
import { changeShell, toggleFocusMode, toggleOutline, useShell } from './shell-state.ts';
import { setZoom, zoomSteps } from './zoom.ts';

export interface SheetToolbarProps {
  readonly state: AppState;
  readonly wide: boolean;
  readonly readOnly: boolean;
}

/** The editor's tools, with boilerplate among them, the zoom, and the way to the folded side panel. */
export function SheetToolbar({ state, wide, readOnly }: SheetToolbarProps) {
  const text = useText();
  const outlineOpen = useShell((shell) => shell.outlineOpen);
  const focusMode = useShell((shell) => shell.focusMode);
  const handle = useDraftSession((session) => session.handle);
  const selection = useDraftSession((session) => session.selection);
  const writingIn = useDraftSession((session) => session.writingIn);
  const inHeadline = writingIn === 'headline';
  const shown = selection !== null && inHeadline ? seenFromElsewhere(selection) : selection;
  return (
    <div className="toolbar-row">
      <div className="toolbar-editor">
        <EditorToolbar
          handle={handle}
          selection={shown}
          disabled={readOnly}
          elsewhere={inHeadline ? text('sheet.headline') : undefined}
        >
          <BoilerplateButton profile={state.profile} disabled={readOnly} />
        </EditorToolbar>
      </div>
      <span className="toolbar-end">
        <Button
          appearance="subtle"
          className="tool tool-icon"
          icon={<TextBulletListTree20Regular />}
          aria-label={text('outline.title')}
          aria-pressed={outlineOpen}
          disabled={handle === null}
          title={`${text('outline.title')}（Ctrl+Shift+O）`}
          onClick={toggleOutline}
        />
        <Button
          appearance="subtle"
          className="tool tool-icon"
          icon={<FullScreenMaximize20Regular />}
          aria-label={text('shell.focusMode')}
          aria-pressed={focusMode}
          disabled={handle === null && !focusMode}
          title={`${text('shell.focusMode')}（F11）`}
          onClick={toggleFocusMode}
        />
        <ZoomMenu state={state} />
        {!wide && <PanelToggle />}
      </span>
    </div>
  );
}

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
  const findings = useDraftSession((session) => session.findings.length);
  return (
    <Button
      appearance="subtle"
      className="tool"
      icon={<PanelRight20Regular />}
      aria-expanded={open}
      onClick={() => changeShell({ panelOpen: !open })}
    >
      <span className="visually-hidden">{text(open ? 'shell.closePanel' : 'shell.openPanel')}</span>
      {findings > 0 && <span className="badge">{findings}</span>}
    </Button>
  );
}
