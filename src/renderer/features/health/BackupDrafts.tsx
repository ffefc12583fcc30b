import { Button, Input } from '@fluentui/react-components';
import { useState } from 'react';
import { codedErrorOf } from '#renderer/api/desk-api.ts';
import { useBackupDraft, useBackupDrafts } from '#renderer/api/queries.ts';
import { errorText, useText } from '#renderer/i18n/text.ts';
import { dateTime, grouped } from '#renderer/ui/format.ts';
import { showWhole } from '#renderer/ui/show-whole.ts';
import { blockText } from '#shared/document/walk.ts';
import type { BackupDraft, BackupName } from '#shared/model/backup.ts';
import { restoreDraft } from './health-acts.ts';
import { WorkProgress, type WorkProgressProps } from './WorkProgress.tsx';

/** More lines than this would be slow to draw; the filter finds the rest. */
const mostShown = 200;

export interface BackupDraftsProps {
  readonly backup: BackupName;
  readonly onRestored: () => void;
}

/** The drafts of one backup: look at the words, then bring one back. */
export function BackupDrafts({ backup, onRestored }: BackupDraftsProps) {
  const text = useText();
  const { data: drafts, error } = useBackupDrafts(backup);
  const [filter, setFilter] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  if (error) return <p role="alert">{errorText(text, codedErrorOf(error))}</p>;
  if (!drafts) return <p>{text('common.loading')}</p>;
  const found = drafts.filter((draft) => draft.headline.includes(filter.trim()));
  return (
    <>
      <Input
        size="small"
        type="search"
        value={filter}
        aria-label={text('health.draftsFilter')}
        placeholder={text('health.draftsFilter')}
        onChange={(_event, data) => setFilter(data.value)}
      />
      {found.length === 0 && <p className="health-hint faint">{text('health.draftsEmpty')}</p>}
      <ul className="backup-list" aria-label={text('health.draftsTitle', { at: dateTime(backup.at) })}>
        {found.slice(0, mostShown).map((draft) => (
          <li key={draft.id}>
            <div className="backup-line">
              <span>
                <span className="backup-headline">{draft.headline || text('drafts.untitled')}</span>
                <span className="faint numeric">
                  {text('health.draftFacts', {
                    number: draft.number,
                    characters: grouped(draft.characters),
                    at: dateTime(draft.updatedAt),
                  })}
                </span>
              </span>
              <Button
                size="small"
                aria-expanded={chosen === draft.id}
                onClick={() => setChosen(chosen === draft.id ? null : draft.id)}
              >
                {text('health.drafts')}
              </Button>
            </div>
            {chosen === draft.id && <Restoring backup={backup} draft={draft} onRestored={onRestored} />}
          </li>
        ))}
      </ul>
    </>
  );
}

type Work = Omit<WorkProgressProps, 'what'>;

function Restoring({ backup, draft, onRestored }: BackupDraftsProps & { readonly draft: BackupDraft }) {
  const text = useText();
  const { data: content, error } = useBackupDraft(backup, draft.id);
  const [work, setWork] = useState<Work | null>(null);
  const bring = async (as: 'new-draft' | 'new-revision') => {
    const abort = new AbortController();
    const show = ({ step, done, total }: Pick<Work, 'step' | 'done' | 'total'>): void =>
      setWork({ step, done, total, onStop: () => abort.abort() });
    show({ step: 'database', done: 0, total: 1 });
    const isBack = await restoreDraft(backup, draft, as, { signal: abort.signal, onStep: show });
    setWork(null);
    if (isBack) onRestored();
  };
  return (
    <div ref={content && showWhole}>
      {error && <p role="alert">{errorText(text, codedErrorOf(error))}</p>}
      {content && (
        <div className="backup-preview" role="region" tabIndex={0} aria-label={text('health.preview')}>
          {content.document.children.map(blockText).join('\n')}
        </div>
      )}
      {work && <WorkProgress what={text('health.bringing')} {...work} />}
      <div className="health-acts">
        <Button size="small" appearance="primary" disabled={work !== null} onClick={() => void bring('new-draft')}>
          {text('health.asNew')}
        </Button>
        <Button size="small" disabled={work !== null} onClick={() => void bring('new-revision')}>
          {text('health.asRevision')}
        </Button>
      </div>
      <p className="health-hint faint">{text('health.asRevisionHint')}</p>
    </div>
  );
}
