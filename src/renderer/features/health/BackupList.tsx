import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { codedErrorOf } from '#renderer/api/desk-api.ts';
import { useBackups } from '#renderer/api/queries.ts';
import { errorText, useText } from '#renderer/i18n/text.ts';
import { useJobs } from '#renderer/session/jobs.ts';
import { byteSize, dateTime } from '#renderer/ui/format.ts';
import type { BackupName } from '#shared/model/backup.ts';
import { Explained } from './Explained.tsx';
import { restoreAll } from './health-acts.ts';
import { StoreWork } from './StoreWork.tsx';

/** The backups of both places, to take one draft or everything from. */
export function BackupList({ onDrafts }: { readonly onDrafts: (backup: BackupName) => void }) {
  const text = useText();
  const { data: backups, error } = useBackups();
  const job = useJobs((jobs) => jobs.byDraft.get(null));
  const busy = job?.state === 'running';
  const [asked, setAsked] = useState<string | null>(null);
  if (error) return <p role="alert">{errorText(text, codedErrorOf(error))}</p>;
  if (!backups) return <p>{text('common.loading')}</p>;
  return (
    <>
      {job && <StoreWork job={job} />}
      <p className="health-hint faint">{text(backups.length === 0 ? 'health.backupsEmpty' : 'health.backupsHint')}</p>
      <ul className="backup-list" aria-label={text('health.backupsTitle')}>
        {backups.map(({ place, at, bytes }) => (
          <li key={`${place}${at}`}>
            <div className="backup-line">
              <span>
                <span className="numeric">{dateTime(at)}</span>
                <span className="faint">
                  {text(`health.place.${place}`)} · {byteSize(bytes)}
                </span>
              </span>
              <Button size="small" onClick={() => onDrafts({ place, at })}>
                {text('health.drafts')}
              </Button>
              <Button
                size="small"
                disabled={busy}
                aria-expanded={asked === `${place}${at}`}
                onClick={() => setAsked(`${place}${at}`)}
              >
                {text('health.restoreAll')}
              </Button>
            </div>
            {asked === `${place}${at}` && (
              <Explained
                title={text('health.restoreAllTitle', { at: dateTime(at) })}
                body={text('health.restoreAllBody')}
                yes={text('health.restoreAllYes')}
                busy={busy}
                onYes={() => {
                  setAsked(null);
                  void restoreAll({ place, at });
                }}
                onNo={() => setAsked(null)}
              />
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
