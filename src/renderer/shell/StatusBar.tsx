import { ProgressBar } from '@fluentui/react-components';
import { useUploads } from '#renderer/api/queries.ts';
import { useText } from '#renderer/i18n/text.ts';
import { draftSession, lockOf, useDraftSession } from '#renderer/session/draft-session.ts';
import { useJobs } from '#renderer/session/jobs.ts';
import { clockTime, grouped, hourMinute } from '#renderer/ui/format.ts';
import { countCharacters } from '#shared/document/statistics.ts';
import type { AppState } from '#shared/ipc/channels/app.ts';
import { changeShell, showTab, toggleFocusMode, useShell } from './shell-state.ts';
import { WordCounts } from './WordCounts.tsx';

export function StatusBar({ state }: { readonly state: AppState }) {
  const text = useText();
  const { language } = state.settings;
  const focusMode = useShell((shell) => shell.focusMode);
  const opened = useDraftSession((session) => session.opened);
  const statistics = useDraftSession((session) => session.statistics);
  const findings = useDraftSession((session) => session.findings.length);
  const selected = useDraftSession((session) =>
    session.writingIn === 'text' ? countCharacters(session.selection?.words ?? '') : 0,
  );
  return (
    <footer className="status" aria-label={text('shell.statusBar')}>
      {opened && (
        <>
          <SaveState state={state} />
          <WordCounts characters={statistics.characters} />
          {selected > 0 && <span>{text('status.selected', { value: grouped(selected) })}</span>}
          <span>{text('status.figures', { value: statistics.figures })}</span>
          <button
            type="button"
            className="status-act"
            title={text('status.openChecks')}
            onClick={() => showTab('checks')}
          >
            {text('status.checks', { value: findings })}
          </button>
          {statistics.toConfirm > 0 && (
            <button
              type="button"
              className="status-act"
              title={text('status.walkToConfirm')}
              onClick={() => draftSession().handle?.walkToConfirm('next')}
            >
              {text('status.toConfirm', { value: statistics.toConfirm })}
            </button>
          )}
        </>
      )}
      {focusMode && (
        <button type="button" className="status-act" onClick={toggleFocusMode}>
          {text('shell.leaveFocusMode')}
        </button>
      )}
      <span className="status-end">
        {state.finding && (
          <button
            type="button"
            className="status-act status-failing"
            title={text('health.open')}
            onClick={() => changeShell({ dialog: 'health' })}
          >
            {text('status.finding')}
          </button>
        )}
        <button
          type="button"
          className="status-optional status-act"
          title={text('health.open')}
          onClick={() => changeShell({ dialog: 'health' })}
        >
          {state.lastBackupAt === null
            ? text('status.noBackup')
            : text('status.backup', { time: hourMinute(language, state.lastBackupAt) })}
        </button>
        <BuildState />
        <UploadState />
        <span title={text(`languages.${language}`)}>{text('languages.short')}</span>
      </span>
    </footer>
  );
}

function SaveState({ state }: { readonly state: AppState }) {
  const text = useText();
  const save = useDraftSession((session) => session.save);
  const locked = useDraftSession((session) => session.opened !== null && lockOf(session.opened.summary) !== undefined);
  const words = () => {
    switch (save.kind) {
      case 'saved':
        return text('status.saved', { time: clockTime(state.settings.language, save.at) });
      case 'failing':
        return text('status.failing');
      case 'dirty':
        return text('status.unsaved');
      case 'saving':
        return text('status.saving');
      case 'unchanged':
        return text(locked ? 'status.readOnly' : 'status.unchanged');
    }
  };
  const look = { saved: 'saved', unchanged: 'unchanged', failing: 'failing', dirty: 'dirty', saving: 'dirty' }[
    save.kind
  ];
  return <span className={`status-save status-${look} numeric`}>{words()}</span>;
}

function BuildState() {
  const text = useText();
  const job = useJobs((store) => store.running);
  if (!job) return null;
  const label = text(`jobs.running.${job.kind}`);
  return (
    <span className="status-progress">
      {label}
      <ProgressBar className="status-bar" value={job.done / job.total} aria-label={label} />
    </span>
  );
}

function UploadState() {
  const text = useText();
  const { data: uploads } = useUploads();
  const open = (uploads ?? []).filter((upload) => ['queued', 'sending', 'verifying', 'waiting'].includes(upload.state));
  if (open.length === 0) return null;
  const moving = open.some((upload) => upload.state !== 'waiting');
  const total = open.reduce((sum, upload) => sum + upload.bytes, 0);
  const sent = open.reduce((sum, upload) => sum + upload.offset, 0);
  const at = open.findIndex((upload) => upload.state === 'sending' || upload.state === 'verifying');
  const label = moving
    ? text('status.upload', { done: Math.max(1, at + 1), total: open.length })
    : text('status.uploadPaused');
  return (
    <span className="status-progress">
      {label}
      {/* What was on its way when the line broke may not have arrived: only the portal knows how far it has come. */}
      {moving && <ProgressBar className="status-bar" value={sent / total} aria-label={label} />}
      {moving && <span className="numeric">{Math.floor((sent / total) * 100)}%</span>}
    </span>
  );
}
