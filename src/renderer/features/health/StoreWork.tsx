import { errorText, useText } from '#renderer/i18n/text.ts';
import type { Job } from '#shared/model/job.ts';
import { stop } from './health-acts.ts';
import { WorkProgress } from './WorkProgress.tsx';

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
  const { kind, step, done, total } = job;
  return (
    <WorkProgress
      what={text(`jobs.running.${kind}`)}
      step={step}
      done={done}
      total={total}
      onStop={() => void stop(job)}
    />
  );
}
