import { Button, ProgressBar } from '@fluentui/react-components';
import { usePackages, useUploads } from '#renderer/api/queries.ts';
import { errorText, useText } from '#renderer/i18n/text.ts';
import { useDraftSession } from '#renderer/session/draft-session.ts';
import { useJobs } from '#renderer/session/jobs.ts';
import { attempt } from '#renderer/session/report-error.ts';
import { Card } from '#renderer/ui/Card.tsx';
import type { AppState } from '#shared/ipc/channels/app.ts';
import type { OpenDraft } from '#shared/ipc/channels/draft.ts';
import { isReady } from '#shared/model/upload-target.ts';
import { roleMay } from '#shared/model/bureau-profile.ts';
import type { Job } from '#shared/model/job.ts';
import type { Person } from '#shared/model/person.ts';
import { PackageLine } from './PackageLine.tsx';
import { buildPackage, cancelBuild } from './publish-acts.ts';
import './publish.css';

export interface PublishCardProps {
  readonly state: AppState;
  readonly person: Person;
  readonly opened: OpenDraft;
  readonly onPortalSettings: () => void;
  readonly onChecklist: () => void;
  readonly onPreview: () => void;
}

/** From the signed-off draft to the published page: build, keep, verify, upload, receipt. */
export function PublishCard({ state, person, opened, onPortalSettings, onChecklist, onPreview }: PublishCardProps) {
  const text = useText();
  const draftId = opened.summary.id;
  const job = useJobs((store) => store.byDraft.get(draftId));
  const { data: packages } = usePackages(draftId);
  const { data: uploads } = useUploads();
  const mayExport = roleMay(state.profile, person.role, 'export');
  const isPublished = opened.summary.state === 'published';
  const ready = opened.summary.state === 'signed-off' || isPublished;
  // The words that are out stand in a package already. Only where one target refused it, another one may be what it takes.
  const isOut = isPublished && !uploads?.some((upload) => upload.draftId === draftId && upload.state === 'failed');
  const isWithdrawn = useDraftSession((session) => session.metadata?.amendment?.kind === 'withdraw');
  const running = job?.state === 'running';
  const targets = state.targets.filter(isReady);
  const lacking = state.targets.filter((target) => !isReady(target));
  // That a package is there says its line. Other words may have been signed off since it was built.
  const isOver = job?.state === 'done' && (isOut || packages?.[0]?.contentHash !== opened.revision.contentHash);

  return (
    <Card title={text('publish.title')}>
      {!ready && <p className="publish-say dim">{text('publish.buildHint')}</p>}
      {ready && !mayExport && <p className="publish-say dim">{text('publish.notExporter')}</p>}
      {isOut && mayExport && !isWithdrawn && <p className="publish-say dim">{text('publish.alreadyOut')}</p>}
      <div className="card-acts">
        {ready && mayExport && !isOut && !running && (
          <Button
            size="small"
            appearance={packages?.length ? 'secondary' : 'primary'}
            onClick={() => void attempt(() => buildPackage(draftId), 'build')}
          >
            {text('publish.build')}
          </Button>
        )}
        <Button size="small" onClick={onPreview}>
          {text('preview.title')}
        </Button>
        <Button size="small" onClick={onChecklist}>
          {text('checklist.title')}
        </Button>
      </div>
      {job && !isOver && <JobState job={job} />}
      {packages && packages.length > 0 && (
        <ul className="packages" aria-label={text('publish.packages')}>
          {packages.map((record, index) => (
            <PackageLine
              key={record.id}
              record={record}
              uploads={uploads?.filter((upload) => upload.packageId === record.id) ?? []}
              targets={targets}
              isOld={index > 0}
              isSignedOff={record.contentHash === opened.revision.contentHash}
              mayExport={mayExport}
              language={state.settings.language}
            />
          ))}
        </ul>
      )}
      {ready && mayExport && (targets.length === 0 || lacking.length > 0) && (
        <p className="publish-say">
          {targets.length === 0
            ? text('publish.portalNotSet')
            : text('publish.targetsLack', { names: lacking.map(({ name }) => name).join('、') })}{' '}
          <Button size="small" onClick={onPortalSettings}>
            {text('publish.openSettings')}
          </Button>
        </p>
      )}
    </Card>
  );
}

function JobState({ job }: { readonly job: Job }) {
  const text = useText();
  switch (job.state) {
    case 'running': {
      const step = text(`jobs.step.${job.step}`);
      return (
        <div className="job" role="group" aria-label={text('publish.building')}>
          <div className="job-head">
            <span>
              {text('publish.building')} · {step}
            </span>
            <Button size="small" onClick={() => void attempt(() => cancelBuild(job), 'build')}>
              {text('publish.cancelBuild')}
            </Button>
          </div>
          <ProgressBar value={job.done / job.total} aria-label={step} />
        </div>
      );
    }
    case 'done':
      return (
        <p className="publish-say publish-ok" role="status">
          {text('publish.built')}
        </p>
      );
    case 'cancelled':
      return (
        <p className="publish-say dim" role="status">
          {text('publish.cancelled')}
        </p>
      );
    case 'failed':
      return (
        <p className="publish-say publish-error" role="alert">
          {errorText(text, job.error ?? { code: 'internal', params: {} })}
        </p>
      );
  }
}
