import { Button, ProgressBar } from '@fluentui/react-components';
import { useText } from '#renderer/i18n/text.ts';
import type { JobStep } from '#shared/model/job.ts';

export interface WorkProgressProps {
  readonly what: string;
  readonly step: JobStep;
  readonly done: number;
  readonly total: number;
  readonly onStop: () => void;
}

/** A work that runs: what it is, how far it is, and a button that stops it. */
export function WorkProgress({ what, step: name, done, total, onStop }: WorkProgressProps) {
  const text = useText();
  const step = text(`jobs.step.${name}`);
  return (
    <div role="group" aria-label={what}>
      <div className="health-work-head">
        <span>{text('health.working', { what, step })}</span>
        <Button size="small" onClick={onStop}>
          {text('health.stop')}
        </Button>
      </div>
      <ProgressBar value={done / total} aria-label={step} />
    </div>
  );
}
