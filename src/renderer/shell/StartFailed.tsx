import { Button, FluentProvider, ProgressBar } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { call, codedErrorOf } from '#renderer/api/desk-api.ts';
import { errorText, useText, type Translate } from '#renderer/i18n/text.ts';
import { appearanceOf, fluentThemes } from '#renderer/ui/fluent-theme.ts';
import { byteSize, dateTime } from '#renderer/ui/format.ts';
import { useMediaQuery } from '#renderer/ui/use-media-query.ts';
import type { CodedError } from '#shared/errors.ts';
import type { BackupLine } from '#shared/model/backup.ts';
import type { Rescue, RescueAct, RescuedWords } from '#shared/model/rescue.ts';
import './shell.css';
import './start-failed.css';

/** The whole window when the data could not be opened: what is wrong, what is kept, what can be done. */
export function StartFailed({ error, rescue }: { readonly error: CodedError; readonly rescue: Rescue | null }) {
  const text = useText();
  const dark = useMediaQuery('(prefers-color-scheme: dark)');
  const contrast = useMediaQuery('(forced-colors: active)');
  const appearance = appearanceOf('system', { dark, contrast });
  const [problem, setProblem] = useState(error);
  const [busy, setBusy] = useState(false);
  const [rescued, setRescued] = useState<RescuedWords | CodedError | null>(null);

  useEffect(() => {
    document.documentElement.dataset['theme'] = appearance;
    document.documentElement.dataset['ready'] = 'true';
  }, [appearance]);

  const run = async (act: () => Promise<unknown>) => {
    setBusy(true);
    try {
      // The window reloads with what came of it.
      await act();
    } catch (thrown) {
      setProblem(codedErrorOf(thrown));
      setBusy(false);
    }
  };

  const takeOut = async () => {
    setBusy(true);
    try {
      setRescued(await call('rescue:export', {}));
    } catch (thrown) {
      setRescued(codedErrorOf(thrown));
    }
    setBusy(false);
  };

  return (
    <FluentProvider theme={fluentThemes[appearance]}>
      <main className="start-failed">
        <div className="rescue">
          <h1>{text('rescue.title')}</h1>
          <p role="alert">{problemText(text, problem, rescue)}</p>
          {rescue && (
            <>
              <p className="dim">
                {text('rescue.kept')}
                <br />
                <code>{rescue.folder}</code>
                {rescue.freeBytes !== null && (
                  <>
                    <br />
                    {text('rescue.free', { free: byteSize(rescue.freeBytes) })}
                  </>
                )}
              </p>
              {busy && <ProgressBar aria-label={text('rescue.working')} />}
              <RescueActs rescue={rescue} busy={busy} onAct={(act) => void run(act)} onExport={() => void takeOut()} />
              {rescued && <Exported words={rescued} />}
            </>
          )}
        </div>
      </main>
    </FluentProvider>
  );
}

/** What the disk or the folder refuses; while somebody writes, the same codes speak of words that wait in the window. */
const startProblems = ['disk-full', 'disk-error', 'data-folder-unwritable'] as const;

function problemText(text: Translate, problem: CodedError, rescue: Rescue | null): string {
  const own = startProblems.find((code) => code === problem.code);
  if (own) return text(`rescue.start.${own}`);
  // Where no backup could take the place of what is damaged, nobody is sent to one.
  const hasNoWayBack = problem.code === 'database-damaged' && rescue?.acts.includes('restore') === false;
  return hasNoWayBack ? text('rescue.noWayBack') : errorText(text, problem);
}

/** What came of taking the drafts out, or why it could not be done. */
function Exported({ words }: { readonly words: RescuedWords | CodedError }) {
  const text = useText();
  if ('code' in words) return <p role="status">{errorText(text, words)}</p>;
  if (words.drafts === 0) return <p role="status">{text('rescue.exportedNone')}</p>;
  return (
    <p role="status">
      {text('rescue.exported', { count: words.drafts })}
      <br />
      <code>{words.folder}</code>
      {words.unreadable > 0 && (
        <>
          <br />
          {text('rescue.unreadable', { count: words.unreadable })}
        </>
      )}
    </p>
  );
}

interface RescueActsProps {
  readonly rescue: Rescue;
  readonly busy: boolean;
  readonly onAct: (act: () => Promise<unknown>) => void;
  readonly onExport: () => void;
}

const hints = [
  ['read', 'rescue.readHint'],
  ['restore', 'rescue.restoreHint'],
  ['export', 'rescue.exportHint'],
  ['start-empty', 'rescue.emptyHint'],
] as const;

function RescueActs({ rescue, busy, onAct, onExport }: RescueActsProps) {
  const text = useText();
  const [choosing, setChoosing] = useState(false);
  const acts: Readonly<Record<RescueAct, readonly [string, () => void]>> = {
    retry: [text('rescue.retry'), () => onAct(() => call('rescue:open', { as: 'working' }))],
    read: [text('rescue.read'), () => onAct(() => call('rescue:open', { as: 'reading' }))],
    restore: [text('rescue.restore'), () => setChoosing(!choosing)],
    export: [text('rescue.export'), onExport],
    'start-empty': [text('rescue.empty'), () => onAct(() => call('rescue:start-empty', {}))],
    quit: [text('rescue.quit'), () => onAct(() => call('rescue:quit', {}))],
  };
  return (
    <>
      <div className="rescue-acts">
        {rescue.acts.map((act, index) => (
          <Button key={act} appearance={index === 0 ? 'primary' : 'secondary'} disabled={busy} onClick={acts[act][1]}>
            {acts[act][0]}
          </Button>
        ))}
      </div>
      {choosing && (
        <BackupChoice
          backups={rescue.backups}
          onChoose={({ place, at }) => onAct(() => call('rescue:restore', { place, at }))}
        />
      )}
      {hints.map(
        ([act, hint]) =>
          rescue.acts.includes(act) && (
            <p className="rescue-hint faint" key={act}>
              {text(hint)}
            </p>
          ),
      )}
    </>
  );
}

interface BackupChoiceProps {
  readonly backups: readonly BackupLine[];
  readonly onChoose: (backup: BackupLine) => void;
}

function BackupChoice({ backups, onChoose }: BackupChoiceProps) {
  const text = useText();
  return (
    <ul className="rescue-backups" aria-label={text('rescue.choose')}>
      {backups.map((backup) => (
        <li key={`${backup.place} ${backup.at}`}>
          <Button appearance="subtle" onClick={() => onChoose(backup)}>
            {dateTime(backup.at)} · {byteSize(backup.bytes)} · {text(`health.place.${backup.place}`)}
          </Button>
        </li>
      ))}
    </ul>
  );
}
