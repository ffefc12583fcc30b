import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { call } from '#renderer/api/desk-api.ts';
import { useText } from '#renderer/i18n/text.ts';
import { openComparison } from '#renderer/session/comparison.ts';
import { draftActs } from '#renderer/session/draft-acts.ts';
import { useDraftSession } from '#renderer/session/draft-session.ts';
import { attempt } from '#renderer/session/report-error.ts';
import { Card } from '#renderer/ui/Card.tsx';
import { dateTime } from '#renderer/ui/format.ts';
import type { OpenDraft } from '#shared/ipc/channels/draft.ts';
import type { Amendment } from '#shared/model/draft.ts';
import { AmendDialog } from './AmendDialog.tsx';

/** 更正 and 撤稿 of a published draft: the way in, what is under way, and the way back. */
export function AmendCard({ opened, mayAmend }: { readonly opened: OpenDraft; readonly mayAmend: boolean }) {
  const text = useText();
  const [asked, setAsked] = useState<Amendment['kind'] | null>(null);
  const amendment = useDraftSession((session) => session.metadata?.amendment);
  const draftId = opened.summary.id;
  const isPublished = opened.summary.state === 'published';
  if (!isPublished && !amendment) return null;
  const isWithdrawn = isPublished && amendment?.kind === 'withdraw';

  const compare = () =>
    attempt(async () => {
      await draftActs().flush();
      openComparison((await call('amendment:find-live', { draftId })).revisionId, 'now');
    });
  const abandon = () =>
    attempt(async () => {
      await draftActs().flush();
      draftActs().replace(await call('amendment:abandon', { draftId }), 'other-words');
    });

  return (
    <Card title={text('amend.card')}>
      {amendment && (
        <p className="publish-say">
          {text(isPublished ? `amend.done.${amendment.kind}` : `amend.underWay.${amendment.kind}`, {
            reason: amendment.reason,
            name: amendment.replaces,
            time: dateTime(amendment.at),
          })}
        </p>
      )}
      {!mayAmend && !amendment && <p className="publish-say dim">{text('amend.notAllowed')}</p>}
      <div className="card-acts">
        {isPublished && mayAmend && !isWithdrawn && (
          <>
            <Button size="small" onClick={() => setAsked('correct')}>
              {text('amend.title.correct')}
            </Button>
            <Button size="small" onClick={() => setAsked('withdraw')}>
              {text('amend.title.withdraw')}
            </Button>
          </>
        )}
        {!isPublished && (
          <Button size="small" onClick={() => void compare()}>
            {text('amend.compare')}
          </Button>
        )}
        {!isPublished && mayAmend && (
          <Button size="small" onClick={() => void abandon()}>
            {text('amend.abandon')}
          </Button>
        )}
      </div>
      {asked && <AmendDialog draftId={draftId} kind={asked} onClose={() => setAsked(null)} />}
    </Card>
  );
}
