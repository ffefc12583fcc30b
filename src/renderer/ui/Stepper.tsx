import './stepper.css';

export interface StepperStep {
  readonly label: string;
  readonly mark: string;
  readonly state: 'done' | 'now' | 'waiting' | 'voided';
  /** Said after the label to people who cannot see the colour. */
  readonly stateWords: string;
}

/** The steps of a course with the present one marked. */
export function Stepper({ steps, label }: { readonly steps: readonly StepperStep[]; readonly label: string }) {
  return (
    <ol className="stepper" aria-label={label}>
      {steps.map((step) => (
        <li
          key={step.label}
          className={`step step-${step.state}`}
          aria-current={step.state === 'now' ? 'step' : undefined}
        >
          <span className="step-dot" aria-hidden="true">
            {step.state === 'done' ? '✓' : step.mark}
          </span>
          <span className="step-label">
            {step.label}
            <span className="visually-hidden">{step.stateWords}</span>
          </span>
        </li>
      ))}
    </ol>
  );
}
