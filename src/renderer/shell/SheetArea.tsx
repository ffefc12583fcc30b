import { Button } from '@fluentui/react-components';
import { Add16Regular } from '@fluentui/react-icons';
import { ConflictBar } from '#renderer/features/review/ConflictBar.tsx';
import { SaveBar } from '#renderer/features/drafts/SaveBar.tsx';
import { FirstDrafts } from '#renderer/features/drafts/FirstDrafts.tsx';
import { LockBar } from '#renderer/features/drafts/LockBar.tsx';
import { FindBar } from '#renderer/features/find/FindBar.tsx';
import { Outline } from '#renderer/features/outline/Outline.tsx';
import { pictureIntake } from '#renderer/features/media/picture-intake.ts';
import { readPaste } from '#renderer/features/paste/read-paste.ts';
import { tellPaste } from '#renderer/features/paste/tell-paste.ts';
import { editPicture } from '#renderer/features/media/picture-dialogs.ts';
import { SimilarBar } from '#renderer/features/similar/SimilarBar.tsx';
import { Sheet } from '#renderer/features/sheet/Sheet.tsx';
import { useText } from '#renderer/i18n/text.ts';
import { useBeginLock } from '#renderer/session/begin-lock.ts';
import { draftActs } from '#renderer/session/draft-acts.ts';
import { lockOf, useDraftSession } from '#renderer/session/draft-session.ts';
import { dismiss, keepNotice, useNotices } from '#renderer/session/notices.ts';
import { attempt } from '#renderer/session/report-error.ts';
import { incoming } from '#renderer/session/incoming-files.ts';
import { traceSelection } from '#renderer/session/sentence-trace.ts';
import { Empty } from '#renderer/ui/Empty.tsx';
import { NoticeList } from '#renderer/ui/NoticeList.tsx';
import type { AppState } from '#shared/ipc/channels/app.ts';
import { commentOnSelection } from './comment-on-selection.ts';
import { beginButtonId, changeShell, useShell } from './shell-state.ts';
import { SheetToolbar } from './SheetToolbar.tsx';
import { zoomByWheel } from './wheel-zoom.ts';

/** The middle of the window: toolbar, messages, the sheet. */
export function SheetArea({ state, wide }: { readonly state: AppState; readonly wide: boolean }) {
  const text = useText();
  const opened = useDraftSession((session) => session.opened);
  const sheetKey = useDraftSession((session) => session.sheetKey);
  const notices = useNotices((store) => store.shown);
  const outlineOpen = useShell((shell) => shell.outlineOpen && !shell.focusMode);
  const listOpen = useShell((shell) => shell.listOpen);
  const focusMode = useShell((shell) => shell.focusMode);
  const mayBegin = useBeginLock() === undefined;
  const readOnly = opened !== null && lockOf(opened.summary) !== undefined;

  return (
    <main
      ref={zoomByWheel}
      className="sheet-area"
      aria-label={text('shell.sheet')}
      onPointerDown={() => changeShell({ listOpen: false })}
    >
      <SheetToolbar state={state} wide={wide} readOnly={opened === null || readOnly} />
      <SaveBar />
      {opened && <LockBar summary={opened.summary} />}
      {opened && <ConflictBar opened={opened} profile={state.profile} />}
      <NoticeList notices={notices} onDismiss={dismiss} onKeep={keepNotice} dismissLabel={text('common.close')}>
        <SimilarBar ignored={state.settings.ignoredHints} />
      </NoticeList>
      {opened && <FindBar readOnly={readOnly} />}
      {opened ? (
        <div className="sheet-row">
          {outlineOpen && <Outline readOnly={readOnly} onClose={() => changeShell({ outlineOpen: false })} />}
          <Sheet
            key={sheetKey}
            opened={opened}
            profile={state.profile}
            readOnly={readOnly}
            zoom={state.settings.sheetZoom}
            typedPunctuation={state.settings.typedPunctuation}
            intake={pictureIntake}
            editPicture={editPicture}
            isCalm={focusMode}
            onComment={commentOnSelection}
            onTrace={traceSelection}
            readPaste={readPaste}
            onPasted={tellPaste}
            onDocuments={(files) => void incoming().takeFiles(files)}
          />
        </div>
      ) : (
        <div className="no-draft">
          <Empty title={text('shell.noDraft')} hint={text('shell.noDraftHint')} />
          {!wide && !listOpen && <FirstDrafts language={state.settings.language} />}
          {mayBegin && (
            <Button
              id={beginButtonId}
              appearance="primary"
              icon={<Add16Regular />}
              onClick={() => void attempt(() => draftActs().create())}
            >
              {text('drafts.new')}
            </Button>
          )}
        </div>
      )}
    </main>
  );
}
