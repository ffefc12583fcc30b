import { Button, ProgressBar } from '@fluentui/react-components';
import { errorText, useText } from '#renderer/i18n/text.ts';
import type { Job } from '#shared/model/job.ts';
import { stop } from './health-acts.ts';

/** A work on the whole store: how far it is, or how it ended when it did not end well. */
export function StoreWork({ job }: { readonly job: Job }) {
  const text = useText();
  if (job.state === 'failed') {
    return (
      <p className="health-hint health-warn" role="alert">
        {errorText(text, job.error ?? { code: 'internal', params: {} })}
      </p>
    );
  }
  if (job.state !== 'running') return null;
  const what = text(`jobs.running.${job.kind}`);
  const step = text(`jobs.step.${job.step}`);
  return (
    <div role="group" aria-label={what}>
      <div className="health-work-head">
        <span>{text('health.working', { what, step })}</span>
        <Button size="small" onClick={() => void stop(job)}>
          {text('health.stop')}
        </Button>
      </div>
      <ProgressBar value={job.done / job.total} aria-label={step} />
    </div>
  );
}
