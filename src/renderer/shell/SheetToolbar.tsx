import { memo } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { seenFromElsewhere, toolbarSelection } from '#renderer/editor/toolbar/allowed.ts';
import { EditorToolbar, type EditorToolbarProps } from '#renderer/editor/toolbar/EditorToolbar.tsx';
import { BoilerplateButton } from '#renderer/features/boilerplates/BoilerplateButton.tsx';
import { useText } from '#renderer/i18n/text.ts';
import { draftSession, useDraftSession } from '#renderer/session/draft-session.ts';
import { usePainted } from '#renderer/ui/use-painted.ts';
import type { AppState } from '#shared/ipc/channels/app.ts';
import { ToolbarEnd } from './ToolbarEnd.tsx';

export interface SheetToolbarProps {
  readonly state: AppState;
  readonly wide: boolean;
  readonly readOnly: boolean;
}

/**
 * The editor's tools, with boilerplate among them, the zoom, and the way to the folded side panel. The words come first: what
 * the tools show of them is drawn as soon as nothing else is to be done.
 */
export function SheetToolbar({ state, wide, readOnly }: SheetToolbarProps) {
  const isReady = useDraftSession((session) => session.handle !== null);
  const inHeadline = useDraftSession((session) => session.writingIn === 'headline');
  const selection = useDraftSession(
    useShallow(
      ({ selection: now, writingIn }) =>
        now && (writingIn === 'headline' ? seenFromElsewhere(now) : toolbarSelection(now)),
    ),
  );
  return (
    <div className="toolbar-row">
      <Tools
        state={state}
        isReady={usePainted(isReady)}
        selection={usePainted(selection)}
        inHeadline={usePainted(inHeadline)}
        disabled={readOnly}
      />
      <ToolbarEnd state={state} wide={wide} />
    </div>
  );
}

interface ToolsProps extends Pick<EditorToolbarProps, 'isReady' | 'selection' | 'disabled'> {
  readonly state: AppState;
  readonly inHeadline: boolean;
}

const Tools = memo(function Tools({ state, isReady, selection, disabled, inHeadline }: ToolsProps) {
  const text = useText();
  return (
    <div className="toolbar-editor">
      <EditorToolbar
        isReady={isReady}
        handle={presentHandle}
        selection={selection}
        disabled={disabled}
        elsewhere={inHeadline ? text('sheet.headline') : undefined}
      >
        <BoilerplateButton profile={state.profile} disabled={disabled} />
      </EditorToolbar>
    </div>
  );
});

const presentHandle = () => draftSession().handle;
