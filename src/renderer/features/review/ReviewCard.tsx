import { Button, Field, Textarea } from '@fluentui/react-components';
import { useState } from 'react';
import { useText } from '#renderer/i18n/text.ts';
import { lockOf, useDraftSession } from '#renderer/session/draft-session.ts';
import { attempt } from '#renderer/session/report-error.ts';
import { Card } from '#renderer/ui/Card.tsx';
import type { OpenDraft } from '#shared/ipc/channels/draft.ts';
import { roleMay, type BureauProfile } from '#shared/model/bureau-profile.ts';
import { signatoryOf, type Person } from '#shared/model/person.ts';
import type { ReviewDecision, ReviewStep } from '#shared/model/review.ts';
import { reviewRefusal } from '#shared/review/may-review.ts';
import { decide, submit, withdraw } from './review-acts.ts';
import { ReviewRecords } from './ReviewRecords.tsx';
import { ReviewWaivers } from './ReviewWaivers.tsx';
import { ReviewStepper } from './ReviewSteps.tsx';
import { useReviewStatus } from './use-review-status.ts';
import './review.css';

export interface ReviewCardProps {
  readonly opened: OpenDraft;
  readonly person: Person;
  readonly profile: BureauProfile;
}

/** The sign-off sheet: where the draft stands, what this person may do now, and why not. */
export function ReviewCard({ opened, person, profile }: ReviewCardProps) {
  const text = useText();
  const { status } = useReviewStatus(opened);
  const { summary } = opened;
  const writing = status.state === 'drafting' || status.state === 'returned';
  const editable = summary.trashedAt === null && summary.state !== 'published' && lockOf(summary) !== 'reading';
  return (
    <Card title={text('review.title')}>
      <ReviewStepper opened={opened} />
      {status.returned && (
        <p className="review-say review-returned">
          {text(isRevise(status.returned.act) ? 'review.reviseBy' : 'review.returnedBy', {
            name: status.returned.by.name,
            note: status.returned.note,
          })}
        </p>
      )}
      {status.voided.length > 0 && (
        <p className="review-say review-voided">
          {text('review.voided', { steps: status.voided.map((step) => text(`review.step.${step}`)).join('、') })}
        </p>
      )}
      {status.state === 'signed-off' && summary.state !== 'published' && (
        <p className="review-say review-passed">{text('review.signedOff')}</p>
      )}
      {editable && status.next && Object.keys(status.passed).length > 0 && (
        <p className="review-say dim">{text('drafts.reviewHint')}</p>
      )}
      {editable && writing && <SubmitActs draftId={summary.id} mayWrite={roleMay(profile, person.role, 'write')} />}
      {editable && status.next && <ReviewWaivers draftId={summary.id} />}
      {editable && status.next && (
        <DecideActs key={status.next} opened={opened} person={person} profile={profile} step={status.next} />
      )}
      {editable && !writing && <WithdrawAct opened={opened} person={person} />}
      <ReviewRecords records={opened.reviews} />
    </Card>
  );
}

function isRevise(act: OpenDraft['reviews'][number]['act']): boolean {
  return act.kind === 'decide' && act.decision === 'revise';
}

/** Runs one act at a time; a refusal is told above the sheet. */
function useBusy(): readonly [boolean, (act: () => Promise<void>) => void] {
  const [busy, setBusy] = useState(false);
  return [
    busy,
    (act) => {
      setBusy(true);
      void attempt(act, 'review').finally(() => setBusy(false));
    },
  ];
}

function SubmitActs({ draftId, mayWrite }: { readonly draftId: string; readonly mayWrite: boolean }) {
  const text = useText();
  const [busy, run] = useBusy();
  const errors = useDraftSession((session) => session.findings.filter(({ severity }) => severity === 'error').length);
  if (!mayWrite) return <p className="review-say dim">{text('review.whyNotAuthor')}</p>;
  return (
    <>
      <p className="review-say dim">
        {errors > 0 ? text('review.errorsRemain', { count: errors }) : text('review.submitHint')}
      </p>
      <div className="card-acts">
        <Button appearance="primary" size="small" disabled={busy} onClick={() => run(() => submit(draftId, ''))}>
          {text('review.submit')}
        </Button>
      </div>
    </>
  );
}

function WithdrawAct({ opened, person }: { readonly opened: OpenDraft; readonly person: Person }) {
  const text = useText();
  const [busy, run] = useBusy();
  const submission = opened.reviews.findLast((record) => record.act.kind === 'submit');
  if (person.id !== opened.summary.authorId && person.id !== submission?.by.id) return null;
  return (
    <div className="card-acts">
      <Button size="small" disabled={busy} onClick={() => run(() => withdraw(opened.summary.id, ''))}>
        {text('review.withdraw')}
      </Button>
    </div>
  );
}

function DecideActs({ opened, person, profile, step }: ReviewCardProps & { readonly step: ReviewStep }) {
  const text = useText();
  const [note, setNote] = useState('');
  const [noteMissing, setNoteMissing] = useState(false);
  const [busy, run] = useBusy();
  const { hash } = useReviewStatus(opened);
  const refusal = reviewRefusal(
    signatoryOf(person),
    step,
    { authorId: opened.summary.authorId, contentHash: hash, records: opened.reviews },
    profile,
  );
  const now = text('review.whyStep', { step: text(`review.step.${step}`) });
  if (refusal) {
    return (
      <p className="review-say dim">
        {now}。{text('review.why', { reason: text(`errors.${refusal}`) })}
      </p>
    );
  }

  const send = (decision: ReviewDecision) => {
    if (decision !== 'pass' && note.trim() === '') {
      setNoteMissing(true);
      return;
    }
    run(() => decide(opened.summary.id, step, decision, note.trim()));
  };

  return (
    <>
      <Field
        className="review-note"
        label={`${now} · ${text('review.note')}`}
        {...(noteMissing ? { validationMessage: text('review.noteRequired'), validationState: 'error' } : {})}
      >
        <Textarea
          rows={3}
          maxLength={2000}
          value={note}
          placeholder={text('review.notePlaceholder')}
          onChange={(_event, data) => {
            setNote(data.value);
            setNoteMissing(false);
          }}
        />
      </Field>
      <div className="card-acts">
        <Button appearance="primary" size="small" disabled={busy} onClick={() => send('pass')}>
          {text('review.pass')}
        </Button>
        <Button size="small" disabled={busy} onClick={() => send('revise')}>
          {text('review.revise')}
        </Button>
        <Button size="small" disabled={busy} onClick={() => send('return')}>
          {text('review.return')}
        </Button>
      </div>
    </>
  );
}
