import { AuditDialog } from '#renderer/features/audit/AuditDialog.tsx';
import { CompareDialog } from '#renderer/features/history/compare/CompareDialog.tsx';
import { MergeDialog } from '#renderer/features/history/merge/MergeDialog.tsx';
import { HealthDialog } from '#renderer/features/health/HealthDialog.tsx';
import { TraceDialog } from '#renderer/features/history/trace/TraceDialog.tsx';
import { ImportDialog } from '#renderer/features/importing/ImportDialog.tsx';
import { PictureDialogs } from '#renderer/features/media/PictureDialogs.tsx';
import { ChecklistDialog } from '#renderer/features/publish/checklist/ChecklistDialog.tsx';
import { PreviewDialog } from '#renderer/features/publish/preview/PreviewDialog.tsx';
import { VerifyDialog } from '#renderer/features/publish/VerifyDialog.tsx';
import { PersonDialog } from '#renderer/features/settings/PersonDialog.tsx';
import { SettingsDialog } from '#renderer/features/settings/SettingsDialog.tsx';
import { lockOf, useDraftSession } from '#renderer/session/draft-session.ts';
import type { AppState } from '#shared/ipc/channels/app.ts';
import { CommandPalette } from './commands/CommandPalette.tsx';
import { QuestionDialog } from './QuestionDialog.tsx';
import { ShortcutsDialog } from './ShortcutsDialog.tsx';
import { changeShell, useShell } from './shell-state.ts';

const close = () => changeShell({ dialog: null });

/** All dialogs of the window, in one place so that each can be raised from anywhere. */
export function ShellDialogs({ state }: { readonly state: AppState }) {
  const dialog = useShell((shell) => shell.dialog);
  const readOnly = useDraftSession(({ opened }) => opened === null || lockOf(opened.summary) !== undefined);
  const draftId = useDraftSession(({ opened }) => opened?.summary.id);
  return (
    <>
      {dialog === 'settings' && <SettingsDialog state={state} onClose={close} />}
      {dialog === 'health' && <HealthDialog onClose={close} />}
      {dialog === 'person' && <PersonDialog state={state} onClose={close} />}
      {dialog === 'commands' && <CommandPalette onClose={close} />}
      {dialog === 'audit' && <AuditDialog persons={state.persons} onClose={close} />}
      {dialog === 'checklist' && draftId !== undefined && <ChecklistDialog draftId={draftId} onClose={close} />}
      {dialog === 'preview' && draftId !== undefined && <PreviewDialog shownId={draftId} onClose={close} />}
      {dialog === 'shortcuts' && <ShortcutsDialog onClose={close} />}
      <ImportDialog />
      <PictureDialogs readOnly={readOnly} />
      <VerifyDialog />
      <TraceDialog />
      <MergeDialog profile={state.profile} />
      <CompareDialog profile={state.profile} />
      <QuestionDialog />
    </>
  );
}
