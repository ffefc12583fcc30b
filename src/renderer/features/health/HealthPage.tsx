import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { codedErrorOf } from '#renderer/api/desk-api.ts';
import { useHealth } from '#renderer/api/queries.ts';
import { errorText, useText } from '#renderer/i18n/text.ts';
import { useJobs } from '#renderer/session/jobs.ts';
import { Card } from '#renderer/ui/Card.tsx';
import { byteSize, dateTime, grouped } from '#renderer/ui/format.ts';
import type { Health } from '#shared/model/health.ts';
import { Explained } from './Explained.tsx';
import { begin } from './health-acts.ts';
import { SecondDiskCard } from './SecondDiskCard.tsx';
import { StoreWork } from './StoreWork.tsx';
import { UnusedFiles } from './UnusedFiles.tsx';
import { problemWords } from './problem-words.ts';

/** Less than this, in bytes, is worth a word. */
const littleRoom = 2 * 1024 ** 3;

export function HealthPage({ onBackups }: { readonly onBackups: () => void }) {
  const text = useText();
  const { data: health, error } = useHealth();
  const job = useJobs((jobs) => jobs.byDraft.get(null));
  const busy = job?.state === 'running';
  if (error) return <p role="alert">{errorText(text, codedErrorOf(error))}</p>;
  if (!health) return <p>{text('common.loading')}</p>;
  return (
    <>
      {job && <StoreWork job={job} />}
      <DataCard health={health} />
      <BackupCard health={health} busy={busy} onBackups={onBackups} />
      <SecondDiskCard key={health.second?.folder ?? ''} second={health.second} />
      <IntegrityCard health={health} busy={busy} />
    </>
  );
}

function DataCard({ health }: { readonly health: Health }) {
  const text = useText();
  const { drafts, revisions, pictures, freeBytes } = health;
  const counts = { drafts: grouped(drafts), revisions: grouped(revisions), pictures: grouped(pictures) };
  const sizes = { database: byteSize(health.databaseBytes), media: byteSize(health.mediaBytes) };
  return (
    <Card title={text('health.data')}>
      <dl className="health-facts">
        <dt>{text('health.folder')}</dt>
        <dd>{health.folder}</dd>
        <dt>{text('health.contents')}</dt>
        <dd>{text('health.contentsValue', counts)}</dd>
        <dt>{text('health.size')}</dt>
        <dd>{text('health.sizeValue', sizes)}</dd>
        <dt>{text('health.free')}</dt>
        <dd>
          {freeBytes === null ? text('health.unknown') : byteSize(freeBytes)}
          {freeBytes !== null && freeBytes < littleRoom && (
            <span className="health-warn"> {text('health.freeLow')}</span>
          )}
        </dd>
      </dl>
    </Card>
  );
}

interface CardProps {
  readonly health: Health;
  readonly busy: boolean;
}

function BackupCard({ health, busy, onBackups }: CardProps & { readonly onBackups: () => void }) {
  const text = useText();
  const { lastBackupAt, backupFailure, proof } = health;
  return (
    <Card title={text('health.backups')}>
      <dl className="health-facts">
        <dt>{text('health.lastBackup')}</dt>
        <dd>{lastBackupAt === null ? text('health.none') : dateTime(lastBackupAt)}</dd>
        <dt>{text('health.lastProof')}</dt>
        <dd className={proof ? (proof.whole ? 'health-ok' : 'health-warn') : ''}>
          {proof
            ? text(proof.whole ? 'health.proofWhole' : 'health.proofProblems', {
                at: dateTime(proof.at),
                backup: dateTime(proof.backupAt),
                problems: problemWords(text, proof.problems),
              })
            : text('health.none')}
        </dd>
      </dl>
      {backupFailure && (
        <p className="health-hint health-warn">{text('health.failed', { problem: errorText(text, backupFailure) })}</p>
      )}
      <div className="health-acts">
        <Button size="small" appearance="primary" disabledFocusable={busy} onClick={() => void begin('backup:run')}>
          {text('health.backUpNow')}
        </Button>
        <Button
          size="small"
          disabledFocusable={busy}
          disabled={lastBackupAt === null}
          onClick={() => void begin('backup:prove')}
        >
          {text('health.prove')}
        </Button>
        <Button size="small" disabledFocusable={busy} onClick={onBackups}>
          {text('health.restoreFrom')}
        </Button>
      </div>
      <p className="health-hint faint">{text('health.proveHint')}</p>
    </Card>
  );
}

function IntegrityCard({ health, busy }: CardProps) {
  const text = useText();
  const { check } = health;
  const [asked, setAsked] = useState(false);
  return (
    <Card title={text('health.integrity')}>
      <dl className="health-facts">
        <dt>{text('health.lastCheck')}</dt>
        <dd className={check ? (check.whole ? 'health-ok' : 'health-warn') : ''}>
          {check
            ? text(check.whole ? 'health.checkWhole' : 'health.checkProblems', {
                at: dateTime(check.at),
                problems: problemWords(text, check.problems),
              })
            : text('health.none')}
        </dd>
        <UnusedFiles unused={health.unused} />
      </dl>
      {check && check.unknown > 0 && (
        <p className="health-hint">{text('health.unknownFiles', { count: check.unknown })}</p>
      )}
      <div className="health-acts">
        <Button size="small" disabledFocusable={busy} onClick={() => void begin('health:check')}>
          {text('health.check')}
        </Button>
        <Button size="small" disabledFocusable={busy} aria-expanded={asked} onClick={() => setAsked(!asked)}>
          {text('health.repair')}
        </Button>
      </div>
      {asked && (
        <Explained
          title={text('health.repairTitle')}
          body={text('health.repairBody')}
          yes={text('health.repairYes')}
          busy={busy}
          onYes={() => {
            setAsked(false);
            void begin('health:repair');
          }}
          onNo={() => setAsked(false)}
        />
      )}
      <p className="health-hint faint">{text('health.checkHint')}</p>
    </Card>
  );
}
